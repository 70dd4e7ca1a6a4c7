/** The interface strings for the build, as `browser.i18n` gives them to the extension. */
import * as v from 'valibot';
import type { GetMessage } from '../card/strings.ts';
import { readJson } from './json-file.ts';
import { UserError } from './main.ts';

const messagesSchema = v.record(
  v.string(),
  v.object({
    message: v.string(),
    placeholders: v.optional(v.record(v.string(), v.object({ content: v.string() })), {}),
  }),
);

/** @throws UserError where the file of that language is malformed; the reader throws one for a key that it does not have */
export function readMessages(language: string): GetMessage {
  const path = `src/_locales/${language}/messages.json`;
  const messages = readJson(path, messagesSchema);
  return (key, values = []) => {
    const found = messages[key];
    if (!found) throw new UserError(`${path}: no message "${key}"; write it`);
    // A placeholder's content is "$1" for the first value.
    const fill = (name: string): string => values[Number(found.placeholders[name]?.content.slice(1)) - 1] ?? '';
    return found.message.replace(/\$(\w+)\$/g, (_, name: string) => fill(name.toLowerCase()));
  };
}
