/** What is new: what each version brought, and what changed in the notes, newest first. */
import type { JSX } from 'preact';
import { Html } from '../../card/Html.tsx';
import type { CardTexts, Library } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { useLinks } from './links.ts';

interface Change {
  readonly date: string;
  readonly change: string;
  readonly ids: string[];
}

/** The changes of all notes, newest first; what was changed alike in many on one day is one line. */
function changesOf(texts: CardTexts): Change[] {
  const changes = new Map<string, Change>();
  for (const [id, { history }] of Object.entries(texts)) {
    for (const { date, change } of history) {
      const known = changes.get(`${date} ${change}`);
      if (known) known.ids.push(id);
      else changes.set(`${date} ${change}`, { date, change, ids: [id] });
    }
  }
  return [...changes.values()].sort((a, b) => b.date.localeCompare(a.date));
}

function Titles({ ids, texts }: { readonly ids: readonly string[]; readonly texts: CardTexts }): JSX.Element {
  const links = useLinks();
  return (
    <ul class="related">
      {ids.map((id) => (
        <li key={id}>
          <a href={links.note(id)}>{texts[id]?.title ?? id}</a>
        </li>
      ))}
    </ul>
  );
}

export function News({ texts, library }: { readonly texts: CardTexts; readonly library: Library }): JSX.Element {
  const { say, date } = useWords();
  return (
    <>
      <h1 tabIndex={-1}>{say('page_news')}</h1>
      <section aria-labelledby="releases">
        <h2 id="releases">{say('library_releases')}</h2>
        {library.releases.map(({ version, changes }) => (
          <section key={version}>
            <h3>{version}</h3>
            <ul class="plain">
              {changes.map(({ html }) => (
                <li key={html}>
                  <Html html={html} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{say('library_changes')}</h2>
        <ol class="changes">
          {changesOf(texts).map(({ date: day, change, ids }) => (
            <li key={day + change}>
              <time dateTime={day}>{date(day)}</time>
              <p>{change}</p>
              <Titles ids={ids} texts={texts} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
