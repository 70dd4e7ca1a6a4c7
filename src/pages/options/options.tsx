/** The options: shown as they are stored, here and in every other page at once. */
import { SETTINGS } from '../../shared/settings.ts';
import { Frame } from '../frame/Frame.tsx';
import { follow, isInPrivate } from '../frame/keep.ts';
import { OPTIONS, PLACES } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { View } from './View.tsx';

const { show } = openPage('page_options');

async function start(): Promise<void> {
  const isPrivate = await isInPrivate();
  await follow(SETTINGS, (settings) =>
    show(
      <Frame places={PLACES} here={OPTIONS}>
        <View settings={settings} texts={globalThis.sidelightCards ?? {}} isPrivate={isPrivate} />
      </Frame>,
    ),
  );
}

void start();
