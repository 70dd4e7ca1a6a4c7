/** The neutrality lint: whose voice a word is in, and the words that are shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { neutralityLint } from '../../src/cli/neutrality.ts';
import { ROOT } from '../../src/cli/root.ts';
import { expandAlternatives } from '../../src/match/phrases.ts';
import { type Neutrality, neutralitySchema } from '../../src/notes/neutrality.ts';
import { noteOf } from './match-rules.ts';

const WORDS: Neutrality = v.parse(
  neutralitySchema,
  parse(readFileSync(join(ROOT, 'src/notes/neutrality.yaml'), 'utf8')),
);
const { lint, faults } = neutralityLint(WORDS);
const note = noteOf('n', [{ names: 'NATO' }]);

/** The words that a background is blamed for. */
const blamed = (background: string): string[] =>
  lint({ ...note, background }).map(({ message }) => /^says "([^"]+)" in its own voice/.exec(message)?.[1] ?? message);

/** Every watched phrase as a text may have it, with whether no attribution helps. */
const WATCHED = WORDS.watch.flatMap(({ words, always }) =>
  words
    .flatMap(expandAlternatives)
    .map((phrase) => ({ phrase: phrase.replace(/[~=]/g, '').replace(/\s+/g, ' ').trim(), always })),
);

describe('the words to watch', () => {
  it('can all be read', () => {
    expect(faults).toEqual([]);
    expect(WATCHED.length).toBeGreaterThan(150);
  });

  it.each(WATCHED)('hold "$phrase"', ({ phrase, always }) => {
    expect(blamed(`Then ${phrase} was there.`)).toEqual([phrase]);
    expect(blamed(`Then ${phrase} was there, Baku said.`)).toEqual(always ? [phrase] : []);
    expect(blamed(`Then "${phrase}" was there.`)).toEqual([]);
  });

  it('are each watched once', () => {
    expect(WATCHED.map(({ phrase }) => phrase).filter((phrase, i, all) => all.indexOf(phrase) !== i)).toEqual([]);
  });
});

describe('neutralityLint', () => {
  it.each([
    // In the note's own voice
    ['The Terrorists left.', ['Terrorists']],
    ['The separatist regime fell.', ['separatist', 'regime']],
    ['It was liberated and occupied; a massacre followed.', ['liberated', 'occupied', 'massacre']],
    ['The anti-terrorist operation began.', ['anti-terrorist']],
    ['It was the worst and most brutal attack.', ['worst', 'most brutal']],
    // Somebody says it in that sentence
    ['Baku called it a massacre.', []],
    ['It was, in its view, a massacre.', []],
    ['According to Yerevan it was aggression.', []],
    ['Resolution 884 condemned the occupation of both places.', []],
    ['The Court found that the trial was unlawful.', []],
    // In another sentence, or beyond a semicolon
    ['Baku called it so. It was a massacre.', ['massacre']],
    ['It was a massacre. Yerevan said so.', ['massacre']],
    ['Baku said so; the regime fell.', ['regime']],
    ['The regime fell; Baku said so.', ['regime']],
    // Nobody says it
    ['It is often called a massacre.', ['massacre']],
    ['The town was said to be occupied.', ['occupied']],
    ['Some say that it was a massacre.', ['massacre']],
    ['The so-called republic fell.', ['so-called']],
    ['The self-declared regime fell.', ['regime']],
    // Quotations, whatever their marks; what they say attributes nothing
    ['The “liberated” town; the «regime».', []],
    ['The text has "occupying forces" and an occupation.', ['occupation']],
    ['The words "they said" and a massacre.', ['massacre']],
    ['It spoke of "the occupation. It went on." The regime fell.', ['regime']],
    // Verbs that are never the note's own
    ['Baku claimed victory, it said.', ['claimed']],
    ['Baku claims that it won, it said.', ['claims that']],
    ['Yerevan says that Baku admitted it.', ['admitted']],
    ['The claims to Karabakh and the claimant were heard.', []],
    // Other things of that name
    ['The ceasefire regime and the Genocide Convention held.', []],
    ['The occupational doctor retired.', []],
  ])('of "%s" blames %j', (text, words) => {
    expect(blamed(text)).toEqual(words);
  });

  it('reads the words of a link and not its address', () => {
    expect(blamed('See [the regime](https://a.org/x).')).toEqual(['regime']);
    expect(blamed('See [this](https://a.org/occupied-regime).')).toEqual([]);
  });

  it('blames no quotation, whatever stands around it', () => {
    const some = fc.constantFrom(...WATCHED.map(({ phrase }) => phrase));
    const plain = fc.constantFrom('The town was there.', 'Then it rained;', 'It ended in 1994', 'No. 5 (of 7)');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            plain,
            some.map((phrase) => `"${phrase}. And ${phrase}"`),
          ),
        ),
        (parts) => {
          expect(blamed(parts.join(' '))).toEqual([]);
        },
      ),
    );
  });

  it('blames a watched word wherever it stands among sentences that attribute nothing', () => {
    const some = fc.constantFrom(...WATCHED.map(({ phrase }) => phrase));
    const others = fc.array(fc.constantFrom('Baku said so.', 'They "called" it.', 'It rained.', 'In its view;'));
    fc.assert(
      fc.property(others, some, others, (before, phrase, after) => {
        expect(blamed([...before, `Then ${phrase} was there.`, ...after].join(' '))).toEqual([phrase]);
      }),
    );
  });
});
