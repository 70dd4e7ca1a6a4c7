/** The interface strings for the build, as `browser.i18n` gives them to the extension. */
import * as v from 'valibot';
import type { GetMessage } from '../card/strings.ts';
import { readJson } from './json-file.ts';

const messagesSchema = v.record(
  v.string(),
  v.object({
    message: v.string(),
    placeholders: v.optional(v.record(v.string(), v.object({ content: v.string() })), {}),
  }),
);

/** @throws where the file of that language is malformed; the reader throws for a key that it does not have */
export function readMessages(language: string): GetMessage {
  const path = `src/_locales/${language}/messages.json`;
  const messages = v.parse(messagesSchema, readJson(path));
  return (key, values = []) => {
    const found = messages[key];
    if (!found) throw new Error(`${path}: no message "${key}"`);
    // A placeholder's content is "$1" for the first value.
    const fill = (name: string): string => values[Number(found.placeholders[name]?.content.slice(1)) - 1] ?? '';
    return found.message.replace(/\$(\w+)\$/g, (_, name: string) => fill(name.toLowerCase()));
  };
}
