/** The search of the static site, which can be read without it: shows the form, hides the entries that do not answer it, and puts the others in order. */
import { search, soundsOf } from './search.ts';

interface Controls {
  readonly form: HTMLElement;
  readonly query: HTMLInputElement;
  readonly status: HTMLElement;
  /** leads back to all entries where none is left */
  readonly showAll: HTMLButtonElement;
  readonly list: HTMLElement;
}

function start({ form, query, status, showAll, list }: Controls): void {
  const entries = [...list.querySelectorAll<HTMLElement>('.entry')].map((element) => {
    const id =
      element
        .querySelector('a')
        ?.getAttribute('href')
        ?.replace(/\.html$/, '') ?? '';
    const note = globalThis.sidelightCards?.[id];
    return { element, kind: element.dataset['kind'], sounds: note ? soundsOf(note) : [] };
  });
  const all = status.textContent;

  function update(): void {
    const kind = form.querySelector<HTMLInputElement>('[name=kind]:checked')?.value ?? 'all';
    const found = search(query.value, entries).filter((entry) => kind === 'all' || kind === entry.kind);
    for (const { element } of entries) element.hidden = true;
    for (const { element } of found) element.hidden = false;
    list.append(...found.map(({ element }) => element));
    status.textContent =
      found.length === 0 ? (status.dataset['none'] ?? '') : found.length === entries.length ? all : '';
    showAll.hidden = found.length > 0;
  }

  form.hidden = false;
  form.addEventListener('input', update);
  showAll.addEventListener('click', () => {
    query.value = '';
    form.querySelector<HTMLInputElement>('[name=kind]')?.click();
    update();
    query.focus();
  });
  update();
}

const form = document.querySelector('search');
const query = document.querySelector<HTMLInputElement>('[name=query]');
const status = document.querySelector<HTMLElement>('[role=status]');
const showAll = document.querySelector<HTMLButtonElement>('[role=status] + button');
const list = document.querySelector<HTMLElement>('.entries');
if (form && query && status && showAll && list) start({ form, query, status, showAll, list });
