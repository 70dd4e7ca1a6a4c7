/** Supplied by the build from the notes' vocabulary. */
declare module 'sidelight:anchors' {
  /** words in lower case, without marks: a page that holds none of them whole is off the topic */
  export const anchors: readonly string[];
}
