/** Inline HTML of a note as part of a component. */
import { createContext, type JSX } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { Address } from './address.ts';
import { toInline } from './html.ts';

interface HtmlProps {
  readonly html: string;
}

function Sanitised({ html }: HtmlProps): JSX.Element {
  const place = useRef<HTMLSpanElement>(null);
  const addressOf = useContext(Address);
  useLayoutEffect(() => place.current?.replaceChildren(toInline(html, addressOf)), [html, addressOf]);
  return <span ref={place} />;
}

/** What makes elements of the HTML. It sanitises, except in the build of the static site, which has no document and trusts what it has just made. */
export const HtmlWriter = createContext<(props: HtmlProps) => JSX.Element>(Sanitised);

export function Html({ html }: HtmlProps): JSX.Element {
  const Writer = useContext(HtmlWriter);
  return <Writer html={html} />;
}
