/** How compiled rules come into a page: each part as JSON of its own, so that the page has its turn between two. */
import type { Steps } from '../text/steps.ts';
import type { CompiledRules } from './rules.ts';

/** The global `sidelightRules` of the script `rules.js`. */
export type PackedRules = Readonly<Record<keyof CompiledRules, string>>;

export const pack = (rules: CompiledRules): PackedRules =>
  Object.fromEntries(Object.entries(rules).map(([part, value]) => [part, JSON.stringify(value)])) as PackedRules;

/** The build wrote them and nobody else can: parsed, and trusted. */
export function* unpack(packed: PackedRules): Steps<CompiledRules> {
  const parts: [string, unknown][] = [];
  for (const [part, json] of Object.entries(packed)) {
    yield;
    parts.push([part, JSON.parse(json)]);
  }
  return Object.fromEntries(parts) as unknown as CompiledRules;
}

declare global {
  var sidelightRules: PackedRules | undefined;
}
