/** What `neutrality.yaml` holds: the words that a card does not say in its own voice. Phrases are written as in the rules of a note. */
import * as v from 'valibot';
import { text } from './schema.ts';

const phrases = v.pipe(v.array(text), v.minLength(1, 'is empty: name at least one phrase'));

export const neutralitySchema = v.strictObject({
  watch: v.pipe(
    v.array(
      v.strictObject({
        words: phrases,
        /** the neutral alternative: the end of a sentence that begins with "write" */
        write: text,
        /** wrong even where the sentence says whose word it is */
        always: v.optional(v.boolean('must be true or false'), false),
      }),
    ),
    v.minLength(1, 'is empty: name at least one word'),
  ),
  /** names and terms inside which no watched word counts: "ceasefire regime" */
  except: phrases,
  /** one of these in a sentence says whose words it holds */
  attribution: phrases,
  /** looks like an attribution and names nobody: "is often called" */
  nobody: phrases,
});

export type Neutrality = v.InferOutput<typeof neutralitySchema>;
