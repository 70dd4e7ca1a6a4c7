/** Both browsers have this global natively in content scripts (Chrome from 148): no library is needed there. */
declare const browser: import('webextension-polyfill').Browser;
