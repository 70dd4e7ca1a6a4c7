/** Keys in the order in which the schema has them, comments with them, anchors before what refers to them. Changes a YAML document in place. */
import type * as v from 'valibot';
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, visit } from 'yaml';

/** The parts of a schema that lead further down; a pipe looks like its first schema, an optional one wraps another. */
interface Shape {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly value?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
}

const shapeOf = (schema: v.GenericSchema | undefined): Shape => {
  const shape = (schema ?? {}) as Shape;
  return shape.wrapped === undefined ? shape : shapeOf(shape.wrapped);
};

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** Orders the keys of all maps below a node. Keys that the schema does not have come last, as they stood; so do the names of a record. */
function orderKeys(node: unknown, schema: v.GenericSchema | undefined): void {
  const { entries, value, item } = shapeOf(schema);
  if (isSeq(node)) for (const one of node.items) orderKeys(one, item);
  if (!isMap(node)) return;
  if (entries !== undefined) {
    const order = Object.keys(entries);
    const place = (key: unknown): number => (order.includes(nameOf(key)) ? order.indexOf(nameOf(key)) : order.length);
    node.items.sort((a, b) => place(a.key) - place(b.key));
  }
  for (const pair of node.items) orderKeys(pair.value, entries?.[nameOf(pair.key)] ?? value);
}

function targetsOf(document: Document): Map<Alias, Node> {
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = alias.resolve(document);
      if (target !== undefined) targets.set(alias, target);
    },
  });
  return targets;
}

/** Where an alias has come to stand before its anchor, the two change places. */
function liftAnchors(document: Document, targets: ReadonlyMap<Alias, Node>): void {
  const met = new Set<Node>();
  const movedUp = new Map<Node, Alias>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = targets.get(node);
        if (target === undefined || met.has(target) || movedUp.has(target)) return undefined;
        movedUp.set(target, node);
        return target;
      }
      const alias = movedUp.get(node);
      if (alias !== undefined && met.has(node)) return alias;
      met.add(node);
      return undefined;
    },
  });
}

/** Brings the document into the schema's order. */
export function putInOrder(document: Document, schema: v.GenericSchema): void {
  const targets = targetsOf(document);
  orderKeys(document.contents, schema);
  liftAnchors(document, targets);
}
