/** Try it: any text, marked by the extension's own matching, with the card of each mark and why it is there. */
import { unpack } from '../../match/pack.ts';
import { toEnd } from '../../text/steps.ts';
import { Frame } from '../frame/Frame.tsx';
import { PLACES, TRY } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { View } from './View.tsx';

const { sidelightRules: packed, sidelightCards: cards } = globalThis;
const { show, words } = openPage('page_try');
const sample = {
  title: words.say('sample_title'),
  date: '2014-10-15',
  text: ['sample_1', 'sample_2'].map((key) => words.say(key)).join('\n'),
};
if (packed && cards) {
  const rules = toEnd(unpack(packed));
  show(
    <Frame places={PLACES} here={TRY}>
      <View installed={{ rules, cards }} sample={sample} />
    </Frame>,
  );
}
