/** All settings, each stored as soon as it is changed. */
import type { JSX } from 'preact';
import type { CardTexts } from '../../notes/compiled.ts';
import { DELAY, SETTINGS, type Settings, TEXT_SIZE } from '../../shared/settings.ts';
import { withText } from '../../shared/switches.ts';
import { useWords } from '../frame/context.ts';
import { type Changer, useKeep } from '../frame/use-keep.tsx';
import { Amount, Check, OneOf, Section, TakeList } from './controls.tsx';
import { Files } from './Files.tsx';
import { Sites } from './Sites.tsx';

interface PartProps {
  readonly settings: Settings;
  readonly change: Changer<Settings>;
}

function Marks({ settings, change }: PartProps): JSX.Element {
  return (
    <Section heading="options_marks">
      <OneOf
        name="mentions"
        choices={['first', 'all', 'claims', 'asked']}
        value={settings.mentions}
        onChoose={(mentions) => change(() => ({ mentions }))}
      />
      <Check name="announce" value={settings.announce} onChoose={(announce) => change(() => ({ announce }))} />
    </Section>
  );
}

function Cards({ settings, change }: PartProps): JSX.Element {
  const { say, number, percent } = useWords();
  return (
    <Section heading="options_cards">
      <Amount
        name="delay"
        range={DELAY}
        step={50}
        value={settings.delay}
        write={(delay) => say('options_seconds', number(delay / 1000))}
        onChoose={(delay) => change(() => ({ delay }))}
      />
      <Amount
        name="textSize"
        range={TEXT_SIZE}
        step={10}
        value={settings.textSize}
        write={(size) => percent(size / 100)}
        onChoose={(textSize) => change(() => ({ textSize }))}
      />
      <OneOf
        name="appearance"
        choices={['system', 'light', 'dark']}
        value={settings.appearance}
        inline
        onChoose={(appearance) => change(() => ({ appearance }))}
      />
    </Section>
  );
}

interface MutedProps extends PartProps {
  readonly texts: CardTexts;
}

function Muted({ settings: { mutedNotes }, change, texts }: MutedProps): JSX.Element {
  const titles = new Map<string, string>(Object.values(texts).map(({ id, title }) => [id, title]));
  return (
    <Section heading="options_muted">
      <TakeList
        empty="options_muted_none"
        action="options_muted_end"
        named="options_muted_end_named"
        items={mutedNotes.map((id) => ({ id, title: titles.get(id) ?? id }))}
        onTake={(id) => change((stored) => ({ mutedNotes: withText(stored.mutedNotes, id, false) }))}
      />
    </Section>
  );
}

interface ViewProps extends Omit<MutedProps, 'change'> {
  /** in a private window, from which nothing is stored */
  readonly isPrivate: boolean;
}

export function View({ settings, texts, isPrivate }: ViewProps): JSX.Element {
  const { say } = useWords();
  const { change, notStored } = useKeep(SETTINGS);
  return (
    <>
      <h1>{say('page_options')}</h1>
      <p class="standfirst">{say(isPrivate ? 'options_private' : 'options_lead')}</p>
      <fieldset disabled={isPrivate}>
        <Marks settings={settings} change={change} />
        <Cards settings={settings} change={change} />
        <Sites settings={settings} change={change} />
        <Muted settings={settings} change={change} texts={texts} />
        <Files settings={settings} change={change} />
      </fieldset>
      {notStored}
    </>
  );
}
