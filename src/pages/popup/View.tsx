/** What the popup shows: a plain picture of the switches and of what the page answered. */
import type { JSX } from 'preact';
import { browser } from '../../shared/browser.ts';
import type { ListedMark } from '../../shared/messages.ts';
import { isOn, SWITCHES, type Switches, switchSite } from '../../shared/switches.ts';
import { Allow } from '../frame/Allow.tsx';
import { useWords } from '../frame/context.ts';
import { LIBRARY, OPTIONS, WELCOME } from '../frame/places.ts';
import { useKeep } from '../frame/use-keep.tsx';
import { excerpt } from './excerpt.ts';
import { openMark, type Page } from './page.ts';

function Entry({ tabId, entry }: { tabId: number; entry: ListedMark }): JSX.Element {
  const { before, words, after } = excerpt(entry);
  const open = async (): Promise<void> => {
    await openMark(tabId, entry.mark);
    window.close();
  };
  return (
    <li>
      <button type="button" class="entry" onClick={open}>
        <span class="title">{entry.title}</span>
        <span class="sentence">
          {before}
          <mark class={`mark ${entry.kind}`}>{words}</mark>
          {after}
        </span>
      </button>
    </li>
  );
}

function Marks({ tabId, marks }: { tabId: number; marks: readonly ListedMark[] }): JSX.Element {
  const { say, count } = useWords();
  if (marks.length === 0) return <h1 class="reason">{say('popup_no_match')}</h1>;
  return (
    <section>
      <h1>{count('popup_heading', marks.length)}</h1>
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
  const { say } = useWords();
  return (
    <section>
      <h1 class="reason">{say('popup_no_access')}</h1>
      <Allow />
    </section>
  );
}

function Content({ page, on }: { page: Page; on: boolean }): JSX.Element {
  const { say } = useWords();
  if (page.kind === 'no-access') return <NoAccess />;
  if (page.kind === 'unreachable') return <h1 class="reason">{say('popup_unreachable')}</h1>;
  if (!on) return <h1 class="reason">{say('popup_switched_off')}</h1>;
  if (page.kind === 'silent') return <h1 class="reason">{say('popup_silent')}</h1>;
  switch (page.state.kind) {
    case 'marks':
      return <Marks tabId={page.tabId} marks={page.state.marks} />;
    case 'off-topic':
      return <h1 class="reason">{say('popup_off_topic')}</h1>;
    case 'no-article':
      return <h1 class="reason">{say('popup_no_article')}</h1>;
    case 'switched-off':
      return <h1 class="reason">{say('popup_switched_off')}</h1>;
  }
}

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly disabled: boolean;
  onSwitch(on: boolean): void;
}

function Switch({ id, label, on, disabled, onSwitch }: SwitchProps): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}

/** In a tab of its own: a popup closes when it loses the focus. */
function PageLink({ href, label }: { href: string; label: string }): JSX.Element {
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    await browser.tabs.create({ url: href });
    window.close();
  };
  return (
    <a href={href} onClick={open}>
      {label}
    </a>
  );
}

interface FooterProps {
  readonly switches: Switches;
  readonly host: string | null;
  /** in a private window, from which nothing is stored */
  readonly isPrivate: boolean;
}

function Footer({ switches, host, isPrivate }: FooterProps): JSX.Element {
  const { say } = useWords();
  const { change, notStored } = useKeep(SWITCHES);
  return (
    <footer>
      {host !== null && (
        <Switch
          id="site"
          label={say('popup_site', host)}
          on={isOn(switches, host)}
          disabled={isPrivate || !switches.enabled}
          onSwitch={(on) => change((stored) => ({ offSites: switchSite(stored, host, on) }))}
        />
      )}
      <Switch
        id="all"
        label={say('popup_all')}
        on={switches.enabled}
        disabled={isPrivate}
        onSwitch={(enabled) => change(() => ({ enabled }))}
      />
      {isPrivate && <p class="unchecked">{say('popup_private')}</p>}
      {notStored}
      <nav aria-label={say('page_places')}>
        <PageLink href={LIBRARY} label={say('page_library')} />
        <PageLink href={OPTIONS} label={say('page_options')} />
        <PageLink href={WELCOME} label={say('page_welcome')} />
      </nav>
    </footer>
  );
}

interface ViewProps extends Pick<FooterProps, 'switches' | 'isPrivate'> {
  readonly page: Page;
}

export function View({ switches, page, isPrivate }: ViewProps): JSX.Element {
  const host = 'host' in page ? page.host : null;
  return (
    <>
      <main>
        <Content page={page} on={isOn(switches, host ?? '')} />
      </main>
      <Footer switches={switches} host={host} isPrivate={isPrivate} />
    </>
  );
}
