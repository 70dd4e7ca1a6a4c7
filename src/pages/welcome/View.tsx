/** What Sidelight does, what it never does, how to see that for oneself, and a text to try it on. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { WEB_PAGES } from '../../shared/access.ts';
import { browser } from '../../shared/browser.ts';
import { Allow } from '../frame/Allow.tsx';
import { useWords } from '../frame/context.ts';
import { LIBRARY, OPTIONS } from '../frame/places.ts';
import { Sample } from './Sample.tsx';

function Points({ heading, keys }: { readonly heading: string; readonly keys: readonly string[] }): JSX.Element {
  const { say } = useWords();
  return (
    <section>
      <h2>{say(heading)}</h2>
      <ul class="plain">
        {keys.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Shown only where the browser has not given access to pages; gone once it has. */
function Access(): JSX.Element | null {
  const { say } = useWords();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    void browser.permissions.contains({ origins: WEB_PAGES }).then((has) => setMissing(!has));
  }, []);
  if (!isMissing) return null;
  return (
    <section class="notice">
      <p>{say('welcome_no_access')}</p>
      <Allow onAllowed={() => setMissing(false)} />
    </section>
  );
}

function Bound({ label, value }: { readonly label: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}

/** What this build itself says that it may do, in the words that the browser holds it to. */
function Bounds(): JSX.Element {
  const { say, list } = useWords();
  const manifest = browser.runtime.getManifest();
  const { permissions = [], host_permissions: hosts = [], content_security_policy: policy } = manifest;
  const rules = typeof policy === 'object' ? Object.values(policy).join('; ') : (policy ?? '');
  const network = rules.split(/;\s*/).find((rule) => rule.startsWith('connect-src')) ?? rules;
  return (
    <dl class="bounds">
      <Bound label={say('welcome_hosts')} value={list(hosts)} />
      <Bound label={say('welcome_permissions')} value={list(permissions)} />
      <Bound label={say('welcome_network')} value={network} />
    </dl>
  );
}

function Check(): JSX.Element {
  const { say } = useWords();
  return (
    <section>
      <h2>{say('welcome_check')}</h2>
      <ol class="plain numbered">
        <li>{say('welcome_check_network')}</li>
        <li>{say('welcome_check_offline')}</li>
        <li>
          {say('welcome_check_manifest')}
          <Bounds />
        </li>
      </ol>
    </section>
  );
}

function Key({ keys, does }: { readonly keys: string; readonly does: string }): JSX.Element {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

/** The commands of the manifest, and what each is called in the messages. */
const COMMANDS = { 'next-note': 'next', 'previous-note': 'previous', _execute_action: 'list' } as const;

/** The keys of each command as they are now: a person can have changed them, and Chrome gives none that another extension has. */
function useKeys(): ReadonlyMap<string, string> {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    // Firefox for Android has no keys, and the types promise them everywhere.
    const commands = (browser as Partial<typeof browser>).commands?.getAll() ?? Promise.resolve([]);
    void commands.then((all) => setKeys(new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))));
  }, []);
  return keys;
}

function Keys(): JSX.Element {
  const { say } = useWords();
  const keys = useKeys();
  return (
    <section>
      <h2>{say('welcome_keys')}</h2>
      <dl class="keys">
        {Object.entries(COMMANDS).map(
          ([name, key]) =>
            keys.has(name) && (
              <Key key={name} keys={keys.get(name) || say('welcome_key_none')} does={say(`welcome_key_${key}_does`)} />
            ),
        )}
        <Key keys={say('welcome_key_close')} does={say('welcome_key_close_does')} />
      </dl>
      <p class="quiet">{say('welcome_keys_change')}</p>
    </section>
  );
}

export function View(): JSX.Element {
  const { say } = useWords();
  return (
    <>
      <h1>{say('welcome_heading')}</h1>
      <p class="standfirst">{say('welcome_lead')}</p>
      <Access />
      <section>
        <h2>{say('welcome_sample')}</h2>
        <p>{say('welcome_sample_how')}</p>
        <Sample />
        <p class="quiet">{say('welcome_sample_note')}</p>
      </section>
      <div class="pair">
        <Points heading="welcome_does" keys={['welcome_does_read', 'welcome_does_mark', 'welcome_does_card']} />
        <Points heading="welcome_never" keys={['welcome_never_judge', 'welcome_never_send', 'welcome_never_touch']} />
      </div>
      <Check />
      <Keys />
      <section>
        <h2>{say('welcome_on')}</h2>
        <p>{say('welcome_on_button')}</p>
        <p class="ways">
          <a class="button" href={LIBRARY}>
            {say('welcome_on_library')}
          </a>{' '}
          <a class="button" href={OPTIONS}>
            {say('welcome_on_options')}
          </a>
        </p>
      </section>
    </>
  );
}
