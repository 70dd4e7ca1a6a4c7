/** The choice of a JSON file of the reader's. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from './context.ts';

interface JsonFileProps {
  /** key of its label in the messages */
  readonly labelKey: string;
  readonly name: string;
  /** called with the file's name and its text, each time that one is chosen */
  onRead(file: string, text: string): void;
}

export function JsonFile({ labelKey, name, onRead }: JsonFileProps): JSX.Element {
  const { say } = useWords();
  const [unread, setUnread] = useState<string | null>(null);

  async function read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    // Null for one that this person may not read, or that is gone since it was chosen.
    const text = await file.text().catch(() => null);
    // The same file, mended, is a change again.
    input.value = '';
    setUnread(text === null ? file.name : null);
    if (text !== null) onRead(file.name, text);
  }

  return (
    <>
      <label class="file">
        <span>{say(labelKey)}</span>
        <input
          type="file"
          name={name}
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
      <div role="alert">{unread !== null && <p>{say('file_unread', unread)}</p>}</div>
    </>
  );
}
