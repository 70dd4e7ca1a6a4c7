/** A note in the list of all. */
import type { JSX } from 'preact';
import { Html } from '../../card/Html.tsx';
import type { CardNote } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { useLinks } from './links.ts';

export function Entry({ note, hidden = false }: { readonly note: CardNote; readonly hidden?: boolean }): JSX.Element {
  const { say } = useWords();
  const links = useLinks();
  return (
    <li class="entry" hidden={hidden} data-kind={note.kind}>
      <h2>
        <a href={links.note(note.id)}>{note.title}</a> <span class="tag">{say(`library_tag_${note.kind}`)}</span>
      </h2>
      <p>
        <Html html={note.summary.html} />
      </p>
    </li>
  );
}
