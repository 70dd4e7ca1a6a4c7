/** The choice of another set of notes, compiled by a maintainer's build; what is wrong with a file is told, and the last good one stays. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../frame/context.ts';
import { JsonFile } from '../frame/JsonFile.tsx';
import { type Notes, type ReadDataset, readDataset } from './dataset-file.ts';

export interface OpenedDataset {
  readonly file: string;
  readonly notes: Notes;
}

interface Refused {
  readonly file: string;
  readonly read: Exclude<ReadDataset, { kind: 'notes' }>;
}

function Faults({ file, read }: Refused): JSX.Element {
  const { say } = useWords();
  if (read.kind !== 'faults') return <p>{say(read.kind === 'not-json' ? 'try_not_json' : 'try_not_ours', file)}</p>;
  return (
    <>
      <p>{say('try_refused', file)}</p>
      <ul class="plain">
        {read.faults.map(({ place, found, expected }) => (
          <li key={place + found}>{say('try_fault', place, found, expected)}</li>
        ))}
      </ul>
    </>
  );
}

export function DatasetInput({ onOpen }: { onOpen(opened: OpenedDataset): void }): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null);

  function take(file: string, text: string): void {
    const read = readDataset(text);
    setRefused(read.kind === 'notes' ? null : { file, read });
    if (read.kind === 'notes') onOpen({ file, notes: read.notes });
  }

  return (
    <>
      <JsonFile labelKey="try_dataset" name="dataset" onRead={take} />
      <div role="alert">{refused && <Faults {...refused} />}</div>
    </>
  );
}
