/** One way to write each value: on its line where it fits, folded or one a line where it does not. Changes a YAML document in place. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type ScalarTag,
  stringify,
  visit,
  type YAMLSeq,
} from 'yaml';
import { stringTag } from 'yaml/util';

/** Columns of a line. A word that is longer than the line, an address mostly, is not broken, nor is a phrase of a rule. */
export const LINE = 110;

export interface LayoutRules {
  /** whether the texts below a key of the file are prose, which is folded, and stands one a line in a list */
  readonly isProse: (key: string) => boolean;
  /** whether blank lines between the entries of the file stay */
  readonly keepsBlankLines: boolean;
}

/** Strings of which only those that are to be folded are; the library would break every long one. */
export const textTag: ScalarTag = {
  ...stringTag,
  stringify: (item, context, onComment, onChompKeep) => {
    const options = item.type === Scalar.BLOCK_FOLDED ? context.options : { ...context.options, lineWidth: 0 };
    return stringTag.stringify?.(item, { ...context, options }, onComment, onChompKeep) ?? '';
  },
};

/** In the schemas white space within text means one space. */
const inOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const INLINE = { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'flow' } as const;
const written = (value: unknown): string => stringify(value, INLINE).trimEnd();

/** Columns that an anchor takes before its value. */
const anchorWidth = (node: { readonly anchor?: string | undefined }): number =>
  node.anchor === undefined ? 0 : node.anchor.length + 2;

/** Folding keeps what it folds as it is; control characters need the escapes of quotes. */
const canBeFolded = (text: string): boolean => text.includes(' ') && !/\p{Cc}/u.test(text);

function layOutScalar(scalar: Scalar, column: number, prose: boolean): void {
  if (typeof scalar.value !== 'string') return;
  const text = inOneLine(scalar.value);
  scalar.value = text;
  const fits = column + anchorWidth(scalar) + written(text).length <= LINE;
  scalar.type = fits || !prose || !canBeFolded(text) ? Scalar.PLAIN : Scalar.BLOCK_FOLDED;
}

const hasComment = (node: unknown): boolean =>
  (isScalar(node) || isAlias(node)) && Boolean(node.comment || node.commentBefore);

/** Columns of `[a, b]`; null where the list holds more than plain values, or a comment. */
function flowWidth(seq: YAMLSeq): number | null {
  if (seq.commentBefore || seq.items.some((item) => hasComment(item) || isCollection(item))) return null;
  const items = seq.items.map((item) => {
    if (isAlias(item)) return item.source.length + 1;
    return isScalar(item) ? anchorWidth(item) + written([item.value]).length - 2 : 0;
  });
  return items.reduce((sum, width) => sum + width + 2, 0);
}

function layOutSeq(seq: YAMLSeq, indent: number, column: number, prose: boolean): void {
  for (const item of seq.items) layOut(item, indent + 2, indent + 2, prose);
  const width = prose ? null : flowWidth(seq);
  seq.flow = seq.items.length === 0 || (width !== null && column + anchorWidth(seq) + width <= LINE);
}

/** `indent` is that of the lines of a map or a list; `column` is where the value begins when it stands on the line of its key. */
function layOut(node: unknown, indent: number, column: number, prose: boolean): void {
  if (isScalar(node)) layOutScalar(node, column, prose);
  if (isSeq(node)) layOutSeq(node, indent, column, prose);
  if (!isMap(node)) return;
  node.flow = node.items.length === 0;
  for (const { key, value } of node.items) layOutPair(key, value, indent, prose);
}

function layOutPair(key: unknown, value: unknown, indent: number, prose: boolean): void {
  if (isScalar(key)) key.type = Scalar.PLAIN;
  const label = isScalar(key) ? written(key.value) : '';
  layOut(value, indent + 2, indent + label.length + 2, prose);
}

/** Blank lines stay only where they part the entries of a file, and none stands first. */
function dropBlankLines(document: Document, keepBetweenEntries: boolean): void {
  const top = isMap(document.contents) ? document.contents.items.slice(1).map(({ key }) => key) : [];
  const kept = new Set<unknown>(keepBetweenEntries ? top : []);
  visit(document, {
    Node(_, node) {
      if (!kept.has(node)) delete node.spaceBefore;
      if (node.commentBefore) node.commentBefore = node.commentBefore.replace(/\n{2,}/g, '\n');
      if (isCollection(node) && node.comment) node.comment = node.comment.replace(/\n{2,}/g, '\n');
    },
  });
}

/** The document as text, all of it laid out anew. Its strings must be `textTag`'s. */
export function layOutDocument(document: Document, { isProse, keepsBlankLines }: LayoutRules): string {
  if (isMap(document.contents)) {
    document.contents.flow = false;
    for (const { key, value } of document.contents.items)
      layOutPair(key, value, 0, isProse(String(isScalar(key) ? key.value : key)));
  }
  dropBlankLines(document, keepsBlankLines);
  // The library lets a folded line be one column longer than it is told.
  return document.toString({ lineWidth: LINE - 1, minContentWidth: 0, flowCollectionPadding: false });
}
