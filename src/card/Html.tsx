/** Inline HTML of a note as part of a component. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { toInline } from './html.ts';

export function Html({ html }: { readonly html: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(toInline(html)), [html]);
  return <span ref={place} />;
}
