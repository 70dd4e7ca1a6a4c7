/** One walk over the page: its text as blocks in boxes, which all of the finder works on. */
import { HEADINGS, INLINE, SKIPPED } from './elements.ts';
import { isHidden } from './hidden.ts';

/** An element that is not part of a line, with what stands in it. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  readonly name: string;
  /** its blocks are `blocks.slice(first, last)` */
  readonly first: number;
  last: number;
  /** stands apart from the article, itself or by an ancestor; set by `markApart`, and by `markInsets` once the article's box is known */
  apart: boolean;
  /** has a form right in it */
  asks: boolean;
  /** weight of the running text in it; set by `addUp` */
  prose: number;
}

/** A run of text that no block boundary interrupts. */
export interface Block {
  readonly box: Box;
  /** its place among the page's blocks */
  readonly at: number;
  /** text nodes in order; null is a single line break, read as a space */
  readonly nodes: (Text | null)[];
  /** characters, and those in links */
  length: number;
  linked: number;
  /** its first line is a link, and more follows */
  led: boolean;
  /** has the mark of a sentence or clause outside links */
  marked: boolean;
}

export interface Page {
  /** those with text, in document order, parents first */
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
  readonly shadowRoots: readonly ShadowRoot[];
}

const NOTHING: readonly Node[] = [];
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** Elements nested deeper are not read: parsers stop at 512, only a script builds more, and the stack has an end. */
const DEEPEST = 1000;
/** The longest heading, in characters. */
const HEADING_LENGTH = 200;
/** The shortest title of another page, in characters. */
const TITLE_LENGTH = 15;
/** The text of a link to a footnote, and of one back. */
const FOOTNOTE = /^\s*[[(]?(?:\d{1,3}|[*†‡↩↑^]\ufe0e?)[\])]?\s*$/;
const MARK = /[.!?,;:…](?=\s|$|["'”’»)])|[。，、！？；：،؛؟۔։՝]/;

export const blocksIn = ({ blocks }: Page, { first, last }: Box): readonly Block[] => blocks.slice(first, last);

/** The names of its class, as written. */
export const classOf = ({ element }: Box): string => element.getAttribute('class') ?? '';

export const holds = ({ element }: Box, selector: string): boolean => element.querySelector(selector) !== null;

/** Those in a box, and below the headline where that is in it, too. */
export const blocksUnder = (page: Page, box: Box, headline: Block | null): readonly Block[] =>
  blocksIn(page, box).filter(({ at }) => headline === null || at > headline.at || headline.at >= box.last);

/** A longer one is a paragraph by its text. */
export const isHeading = ({ box, length }: Block): boolean => HEADINGS.has(box.name) && length < HEADING_LENGTH;

/** A headline, a title of a thread or a result: a line that leads to another page. */
export const leadsOn = (block: Block): boolean =>
  block.led ||
  ((block.length >= TITLE_LENGTH || isHeading(block)) && block.length < 200 && block.linked > block.length * 0.7);

/** The block's text, white space collapsed. */
export function textOf(block: Block): string {
  let text = '';
  for (const node of block.nodes) text += node === null ? ' ' : node.data;
  return text.replace(/\s+/g, ' ').trim();
}

/** The box that a block and its fellows stand in: its own where that holds loose text, else the one round it. */
export const holderOf = ({ box }: Block): Box => (box.last - box.first > 1 ? box : (box.parent ?? box));

/** What kind of place a block stands in: whether loose in its holder, and what that is. */
export function kindOfPlace(block: Block): string {
  const holder = holderOf(block);
  return `${holder === block.box} ${holder.name} ${classOf(holder)}`;
}

/** Whether a block is loose text or a paragraph right in the box. */
export const isRightIn = (parent: Box | null | undefined, { box }: Block): boolean =>
  box === parent || (box.parent === parent && box.name === 'p');

/** Whether an element of unknown kind stands beside words, so that it is part of their line. */
function inLine(element: Element): boolean {
  const beside = (node: Node | null): boolean => node?.nodeType === TEXT_NODE && (node as Text).data.trim() !== '';
  return beside(element.previousSibling) || beside(element.nextSibling);
}

/** The nodes that the page puts into a slot of a shadow root; none elsewhere, where the slot's own children show. */
const slottedInto = (element: Element): readonly Node[] =>
  element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : NOTHING;

/** One pass over everything under `root`, in document order, changing nothing. */
export function walkPage(root: Element): Page {
  const boxes: Box[] = [];
  const blocks: Block[] = [];
  const shadowRoots: ShadowRoot[] = [];
  let open: Block | null = null;
  let breaks = 0;
  let depth = 0;

  const close = (): void => {
    breaks = 0;
    if (open === null) return;
    while (open.nodes.length > 0 && !open.nodes.at(-1)?.data.trim()) open.nodes.pop();
    blocks.push(open);
    open = null;
  };

  const addText = (node: Text, box: Box, linked: boolean): void => {
    const { data } = node;
    const length = data.trim().length;
    if (length === 0) {
      if (open !== null && breaks === 0) open.nodes.push(node);
      return;
    }
    if (breaks > 1) close();
    breaks = 0;
    open ??= { box, at: blocks.length, nodes: [], length: 0, linked: 0, led: false, marked: false };
    open.nodes.push(node);
    open.length += length;
    if (linked) open.linked += length;
    else open.marked ||= MARK.test(data);
  };

  const addElement = (element: Element, box: Box, linked: boolean): void => {
    const name = element.localName;
    if (name === 'br') {
      if (open === null) return;
      open.led ||= open.length > 3 && open.linked === open.length;
      if (++breaks === 1) open.nodes.push(null);
      return;
    }
    if ((SKIPPED.has(name) && !(name === 'footer' && box.name === 'blockquote')) || isHidden(element, name)) return;
    if (INLINE.has(name) || (name.includes('-') && inLine(element))) {
      const target = name === 'a' ? element.getAttribute('href') : null;
      if (target?.startsWith('#') && FOOTNOTE.test(element.textContent ?? '')) return;
      addChildren(element, box, linked || target !== null);
      return;
    }
    close();
    if (name === 'form') box.asks = true;
    addBox(element, name, box, linked);
  };

  const addNode = (node: Node, box: Box, linked: boolean): void => {
    if (node.nodeType === TEXT_NODE) addText(node as Text, box, linked);
    else if (node.nodeType === ELEMENT_NODE) addElement(node as Element, box, linked);
  };

  const addChildren = (parent: Element, box: Box, linked: boolean): void => {
    if (depth === DEEPEST) return;
    depth++;
    const closed = box.element === parent && box.name === 'details' && !parent.hasAttribute('open');
    const slotted = slottedInto(parent);
    const { shadowRoot } = parent;
    if (shadowRoot) shadowRoots.push(shadowRoot);
    if (slotted.length > 0) for (const node of slotted) addNode(node, box, linked);
    else
      for (let node = (shadowRoot ?? parent).firstChild; node !== null; node = node.nextSibling)
        if (!closed || (node as Element).localName === 'summary') addNode(node, box, linked);
    depth--;
  };

  const addBox = (element: Element, name: string, parent: Box | null, linked: boolean): void => {
    const first = blocks.length;
    const isHeadline = name === 'div' && element.getAttribute('role') === 'heading';
    const box: Box = {
      element,
      parent,
      name: isHeadline ? 'h3' : name,
      first,
      last: first,
      apart: false,
      asks: false,
      prose: 0,
    };
    boxes.push(box);
    addChildren(element, box, linked);
    close();
    box.last = blocks.length;
    if (box.last === first) boxes.pop();
  };

  addBox(root, root.localName, null, false);
  return { boxes, blocks, shadowRoots };
}
