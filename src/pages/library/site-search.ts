/** The search of the static site, which can be read without it: shows the form, and hides the entries that do not answer it. */
import { searchTest, soundOfNote } from './search.ts';

function start(form: HTMLElement, status: HTMLElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>('.entry')].map((element) => {
    const id =
      element
        .querySelector('a')
        ?.getAttribute('href')
        ?.replace(/\.html$/, '') ?? '';
    const note = globalThis.sidelightCards?.[id];
    return { element, kind: element.dataset['kind'], sound: note ? soundOfNote(note) : '' };
  });
  const all = status.textContent;

  function search(): void {
    const isWanted = searchTest(form.querySelector<HTMLInputElement>('[name=query]')?.value ?? '');
    const kind = form.querySelector<HTMLInputElement>('[name=kind]:checked')?.value ?? 'all';
    for (const { element, kind: own, sound } of entries)
      element.hidden = (kind !== 'all' && kind !== own) || !isWanted(sound);
    const left = entries.filter(({ element }) => !element.hidden).length;
    status.textContent = left === 0 ? (status.dataset['none'] ?? '') : left === entries.length ? all : '';
  }

  form.hidden = false;
  form.addEventListener('input', search);
  search();
}

const form = document.querySelector('search');
const status = document.querySelector<HTMLElement>('[role=status]');
if (form && status) start(form, status);
