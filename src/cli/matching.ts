/** The extension's own matching over the bundled notes, for the commands. */
import { createMatcher, type Matcher } from '../match/matcher.ts';
import { type Dataset, loadDataset } from './dataset.ts';

/** Loads the notes once. Faults in them are no reason to refuse work, but the result may lack a note: said in one line. */
export function loadMatching(): { dataset: Dataset; matcher: Matcher } {
  const dataset = loadDataset();
  const count = dataset.faults.length;
  if (count > 0)
    console.error(
      `The notes have ${count} ${count === 1 ? 'fault' : 'faults'}, so some may not match: npm run notes -- check`,
    );
  return { dataset, matcher: createMatcher(dataset.rules) };
}
