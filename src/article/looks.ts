/** Which paragraphs look different from the others. */
import { type Block, classOf } from './walk.ts';
import { weigh } from './weigh.ts';

/** Text has one look when paragraphs of that look hold this share of it. */
const MAIN_SHARE = 0.6;

/** The names and the style that a paragraph's look comes from; numbers that only count are left out. */
function looksOf({ box }: Block): string[] {
  const names = classOf(box)
    .trim()
    .replace(/-+\d+(?!\S)/g, '');
  return [...names.split(/\s+/), `<${box.name}>`, `style:${box.element.getAttribute('style') ?? ''}`];
}

/** Tells paragraphs that share no name with most of the text, or have a style of their own: a note, a byline, a label. */
export function oddOnes(blocks: readonly Block[]): (block: Block) => boolean {
  const weights = new Map<string, number>();
  let all = 0;
  for (const block of blocks) {
    if (block.box.name === 'li') continue;
    const weight = weigh(block);
    all += weight;
    for (const look of new Set(looksOf(block))) weights.set(look, (weights.get(look) ?? 0) + weight);
  }
  const isMain = (look: string): boolean => (weights.get(look) ?? 0) > all * MAIN_SHARE;
  const kinds = [/^(?!<|style:)/, /^</, /^style:/].map((kind) =>
    [...weights.keys()].filter((look) => kind.test(look) && isMain(look)),
  );
  return (block) => {
    const looks = looksOf(block);
    return (
      /^(?:p|div)$/.test(block.box.name) &&
      kinds.some((main) => main.length > 0 && !main.some((look) => looks.includes(look)))
    );
  };
}
