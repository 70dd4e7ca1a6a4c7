/** Settings as a file, from a file, and back to how they were at first. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { DEFAULTS, type Settings } from '../../shared/settings.ts';
import { readSettingsFile, type SettingsFault, writeSettingsFile } from '../../shared/settings-file.ts';
import { useWords } from '../frame/context.ts';
import { JsonFile } from '../frame/JsonFile.tsx';
import type { Changer } from '../frame/use-keep.tsx';
import type { Words } from '../frame/words.ts';
import { Section } from './controls.tsx';

const FILE = 'sidelight-settings.json';

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/** What is wrong, in words that name the setting as the file does and say how to mend it. */
function faultText(fault: SettingsFault, { say }: Words): string {
  if (fault.kind === 'unknown') return say('options_fault_unknown', fault.name);
  if (fault.kind === 'wrong')
    return say('options_fault_wrong', fault.name, fault.found, say(`options_must_${fault.name}`));
  return say(fault.kind === 'not-json' ? 'options_fault_json' : 'options_fault_ours');
}

type Outcome =
  | { readonly kind: 'done'; readonly said: string }
  | { readonly kind: 'refused'; readonly file: string; readonly faults: readonly SettingsFault[] };

function Told({ outcome }: { readonly outcome: Outcome | null }): JSX.Element {
  const words = useWords();
  return (
    <>
      <p role="status">{outcome?.kind === 'done' && words.say(outcome.said)}</p>
      <div role="alert">
        {outcome?.kind === 'refused' && (
          <>
            <p>{words.say('options_refused', outcome.file)}</p>
            <ul class="plain">
              {outcome.faults.map((fault) => (
                <li key={JSON.stringify(fault)}>{faultText(fault, words)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}

interface FilesProps {
  readonly settings: Settings;
  readonly change: Changer<Settings>;
}

export function Files({ settings, change }: FilesProps): JSX.Element {
  const { say } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function set(values: Partial<Settings>, said: string): Promise<void> {
    setOutcome((await change(() => values)) ? { kind: 'done', said } : null);
  }

  async function take(file: string, text: string): Promise<void> {
    const read = readSettingsFile(text);
    if (read.kind === 'faults') return setOutcome({ kind: 'refused', file, faults: read.faults });
    await set(read.settings, 'options_imported');
  }

  async function reset(): Promise<void> {
    if (!confirm(say('options_reset_sure'))) return;
    await set(DEFAULTS, 'options_was_reset');
  }

  return (
    <Section heading="options_files">
      <p class="ways">
        <button type="button" name="export" onClick={() => download(writeSettingsFile(settings))}>
          {say('options_export')}
        </button>
        <button type="button" name="reset" onClick={() => void reset()}>
          {say('options_reset')}
        </button>
      </p>
      <JsonFile labelKey="options_import" name="import" onRead={(file, text) => void take(file, text)} />
      <Told outcome={outcome} />
    </Section>
  );
}
