/** The button by which the person lets the extension read pages, where the browser has not let it yet. */
import type { JSX } from 'preact';
import { WEB_PAGES } from '../../shared/access.ts';
import { browser } from '../../shared/browser.ts';
import { useWords } from './context.ts';

interface AllowProps {
  onAllowed?(): void;
}

export function Allow({ onAllowed }: AllowProps): JSX.Element {
  const { say } = useWords();
  // Asked at once in the click: after anything awaited the browser would not take it for the person's wish.
  const request = async (): Promise<void> => {
    if (await browser.permissions.request({ origins: WEB_PAGES })) onAllowed?.();
  };
  return (
    <button type="button" class="allow" onClick={request}>
      {say('popup_allow')}
    </button>
  );
}
