/**
 * What a person sees once, after the installation: what Sidelight does, what it never does, and a text to try it on.
 * The text is read, marked and explained by the very scripts that do it on a news page, which this page loads after its own.
 */
import { Frame } from '../frame/Frame.tsx';
import { PLACES, WELCOME } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { View } from './View.tsx';

const { show } = openPage('page_welcome');
show(
  <Frame places={PLACES} here={WELCOME}>
    <View />
  </Frame>,
);
// On a news page the gate says so; here the page itself has something for the reader, which comes next.
globalThis.sidelightAsked = true;
