/** Where nothing is marked. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../shared/settings.ts';
import { isHost, switchSite } from '../../shared/switches.ts';
import { useWords } from '../frame/context.ts';
import type { Changer } from '../frame/use-keep.tsx';
import { Check, Section, TakeList } from './controls.tsx';

/** The host of an address or host name as somebody types it; null where it is none. */
export function hostOf(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return isHost(host) && (host.includes('.') || host === 'localhost') ? host : null;
}

interface AddSiteProps {
  /** tells whether it was added */
  onAdd(host: string): Promise<boolean>;
}

function AddSite({ onAdd }: AddSiteProps): JSX.Element {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const host = hostOf(typed);
    setWrong(host === null);
    if (host === null) return;
    if (await onAdd(host)) setTyped('');
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

interface SitesProps {
  readonly settings: Settings;
  readonly change: Changer<Settings>;
}

export function Sites({ settings, change }: SitesProps): JSX.Element {
  const { say } = useWords();
  const switchTo = (host: string, on: boolean) => change((stored) => ({ offSites: switchSite(stored, host, on) }));
  return (
    <Section heading="options_sites">
      <Check name="enabled" value={settings.enabled} onChoose={(enabled) => change(() => ({ enabled }))} />
      <h3>{say('options_off')}</h3>
      <TakeList
        empty="options_off_none"
        action="options_off_end"
        named="options_off_end_named"
        items={settings.offSites.map((host) => ({ id: host, title: host }))}
        onTake={(host) => switchTo(host, true)}
      />
      <AddSite onAdd={(host) => switchTo(host, false)} />
    </Section>
  );
}
