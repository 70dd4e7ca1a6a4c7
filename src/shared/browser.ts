/** The only import of webextension-polyfill; for the background and our own pages. Content scripts use the native global. */
export { default as browser } from 'webextension-polyfill';
