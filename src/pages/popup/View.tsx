/** What the popup shows: a plain picture of the switches and of what the page answered. */
import type { JSX } from 'preact';
import { WEB_PAGES } from '../../shared/access.ts';
import { browser } from '../../shared/browser.ts';
import type { ListedMark } from '../../shared/messages.ts';
import { updateStore } from '../../shared/store.ts';
import { isOn, SWITCHES, type Switches, switchSite } from '../../shared/switches.ts';
import { openMark, type Page } from './page.ts';

const say = (key: string, ...words: string[]): string => browser.i18n.getMessage(key, words);

function Entry({ tabId, entry }: { tabId: number; entry: ListedMark }): JSX.Element {
  const open = async (): Promise<void> => {
    await openMark(tabId, entry.mark);
    window.close();
  };
  return (
    <li>
      <button type="button" class="entry" onClick={open}>
        <span class="title">{entry.title}</span>
        <span class="sentence">{entry.sentence}</span>
      </button>
    </li>
  );
}

function Marks({ tabId, marks }: { tabId: number; marks: readonly ListedMark[] }): JSX.Element {
  if (marks.length === 0) return <p class="reason">{say('popup_no_match')}</p>;
  return (
    <section>
      <h1>{say('popup_heading', String(marks.length))}</h1>
      <ol>
        {marks.map((entry) => (
          <Entry key={entry.mark} tabId={tabId} entry={entry} />
        ))}
      </ol>
      <p class="unchecked">{say('popup_unchecked')}</p>
    </section>
  );
}

function NoAccess(): JSX.Element {
  // Asked at once in the click: after anything awaited the browser would not take it for the person's wish.
  const request = (): Promise<boolean> => browser.permissions.request({ origins: WEB_PAGES });
  return (
    <section>
      <p class="reason">{say('popup_no_access')}</p>
      <button type="button" class="allow" onClick={request}>
        {say('popup_allow')}
      </button>
    </section>
  );
}

function Content({ page, on }: { page: Page; on: boolean }): JSX.Element {
  if (page.kind === 'no-access') return <NoAccess />;
  if (page.kind === 'unreachable') return <p class="reason">{say('popup_unreachable')}</p>;
  if (!on) return <p class="reason">{say('popup_switched_off')}</p>;
  switch (page.state.kind) {
    case 'marks':
      return <Marks tabId={page.tabId} marks={page.state.marks} />;
    case 'off-topic':
      return <p class="reason">{say('popup_off_topic')}</p>;
    case 'no-article':
      return <p class="reason">{say('popup_no_article')}</p>;
    case 'switched-off':
      return <p class="reason">{say('popup_switched_off')}</p>;
  }
}

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly change: (on: boolean) => Partial<Switches>;
}

function Switch({ id, label, on, disabled = false, change }: SwitchProps): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => updateStore(browser.storage, SWITCHES, change(event.currentTarget.checked))}
      />
    </label>
  );
}

function Footer({ switches, host }: { switches: Switches; host: string | null }): JSX.Element {
  return (
    <footer>
      {host !== null && (
        <Switch
          id="site"
          label={say('popup_site', host)}
          on={isOn(switches, host)}
          disabled={!switches.enabled}
          change={(on) => ({ offSites: switchSite(switches, host, on) })}
        />
      )}
      <Switch id="all" label={say('popup_all')} on={switches.enabled} change={(enabled) => ({ enabled })} />
    </footer>
  );
}

export function View({ switches, page }: { switches: Switches; page: Page }): JSX.Element {
  const host = page.kind === 'reached' ? page.host : null;
  return (
    <>
      <main>
        <Content page={page} on={isOn(switches, host ?? '')} />
      </main>
      <Footer switches={switches} host={host} />
    </>
  );
}
