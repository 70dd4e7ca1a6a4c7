/** Where nothing is marked. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SETTINGS, type Settings } from '../../shared/settings.ts';
import { switchSite } from '../../shared/switches.ts';
import { useWords } from '../frame/context.ts';
import { keep } from '../frame/keep.ts';
import { Check, Section, TakeList } from './controls.tsx';

/** The host of an address or host name as somebody types it; null where it is none. */
export function hostOf(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return host.includes('.') || host === 'localhost' ? host : null;
}

function AddSite({ onAdd }: { onAdd(host: string): void }): JSX.Element {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  function add(event: Event): void {
    event.preventDefault();
    const host = hostOf(typed);
    setWrong(host === null);
    if (host === null) return;
    onAdd(host);
    setTyped('');
  }

  return (
    <form class="add" onSubmit={add}>
      <label>
        <span>{say('options_site')}</span>
        <input
          type="text"
          name="site"
          value={typed}
          spellcheck={false}
          autocapitalize="off"
          placeholder={say('options_site_example')}
          aria-invalid={isWrong}
          aria-describedby="site-fault"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{say('options_site_add')}</button>
      <p id="site-fault" role="alert">
        {isWrong && say('options_site_wrong')}
      </p>
    </form>
  );
}

export function Sites({ settings }: { readonly settings: Settings }): JSX.Element {
  const { say } = useWords();
  const change = (host: string, on: boolean): void => void keep(SETTINGS, { offSites: switchSite(settings, host, on) });
  return (
    <Section heading="options_sites">
      <Check name="enabled" value={settings.enabled} onChoose={(enabled) => void keep(SETTINGS, { enabled })} />
      <h3>{say('options_off')}</h3>
      <TakeList
        empty="options_off_none"
        action="options_off_end"
        named="options_off_end_named"
        items={settings.offSites.map((host) => ({ id: host, title: host }))}
        onTake={(host) => change(host, true)}
      />
      <AddSite onAdd={(host) => change(host, false)} />
    </Section>
  );
}
