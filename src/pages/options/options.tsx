/** The options: shown as they are stored, here and in every other page at once. */
import { browser } from '../../shared/browser.ts';
import { SETTINGS } from '../../shared/settings.ts';
import { followStore } from '../../shared/store.ts';
import { Frame } from '../frame/Frame.tsx';
import { OPTIONS, PLACES } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { View } from './View.tsx';

const { show } = openPage('page_options');
void followStore(browser.storage, SETTINGS, new AbortController().signal, (settings) =>
  show(
    <Frame places={PLACES} here={OPTIONS}>
      <View settings={settings} texts={globalThis.sidelightCards ?? {}} />
    </Frame>,
  ),
);
