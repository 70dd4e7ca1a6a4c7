/** `npm run bench`: how long things take, as ratios of one run on this machine. Not a test: machines are noisy. */
import { main, write } from '../../src/cli/main.ts';
import { benchMatching } from './matching.ts';
import { table } from './measure.ts';

await main(async () => {
  await write(table(await benchMatching()));
  return 0;
});
