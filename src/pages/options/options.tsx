/** The options: shown as they are stored, here and in every other page at once. */
import { SETTINGS } from '../../shared/settings.ts';
import { Frame } from '../frame/Frame.tsx';
import { follow } from '../frame/keep.ts';
import { OPTIONS, PLACES } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { View } from './View.tsx';

const { show } = openPage('page_options');
void follow(SETTINGS, (settings) =>
  show(
    <Frame places={PLACES} here={OPTIONS}>
      <View settings={settings} texts={globalThis.sidelightCards ?? {}} />
    </Frame>,
  ),
);
