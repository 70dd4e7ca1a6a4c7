/** The pages that the manifest asks access to; in Firefox, and in Chrome by a person's choice, that access can be missing. */
export const WEB_PAGES = ['http://*/*', 'https://*/*'];
