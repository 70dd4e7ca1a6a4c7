/** Whose word it is: the list of sources, and the small number that leads from a statement to its source. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardSource } from '../notes/compiled.ts';
import { Address } from './address.ts';
import { useCard } from './context.ts';
import { detailsOf } from './details.ts';

function OutLink({ url, label, children }: { url: string; label?: string; children: ComponentChildren }) {
  const address = useContext(Address)(url);
  return (
    <a {...address} target="_blank" rel="noopener noreferrer" {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </a>
  );
}

/** The number of the source with this key; a link if the source has an address. */
export function SourceNumber({ source: key }: { readonly source: string }) {
  const { note, strings } = useCard();
  const index = note.sources.findIndex((source) => source.key === key);
  const source = note.sources[index];
  if (!source) return null;
  const name = strings.source(String(index + 1), source.publisher);
  return (
    <sup class="number" title={name}>
      {source.url === undefined ? (
        index + 1
      ) : (
        <OutLink url={source.url} label={name}>
          {index + 1}
        </OutLink>
      )}
    </sup>
  );
}

function SourceLine({ source }: { readonly source: CardSource }) {
  const { strings } = useCard();
  return (
    <li>
      {source.url === undefined ? <cite>{source.title}</cite> : <OutLink url={source.url}>{source.title}</OutLink>}
      <span class="quiet"> {detailsOf(source, strings.language, 'short')}</span>
      {source.primary ? <span class="tag">{strings.primary}</span> : null}
    </li>
  );
}

export function Sources() {
  const { note, strings } = useCard();
  return (
    <section>
      <h3>{strings.sources}</h3>
      <ol class="sources">
        {note.sources.map((source) => (
          <SourceLine key={source.key} source={source} />
        ))}
      </ol>
    </section>
  );
}
