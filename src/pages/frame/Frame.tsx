/** What stands around each of our pages: the name, the way to the others, the main part. */
import type { ComponentChildren, JSX } from 'preact';
import { useWords } from './context.ts';

export interface Place {
  /** address, relative */
  readonly href: string;
  /** key of its name in the messages */
  readonly name: string;
}

interface FrameProps {
  readonly places: readonly Place[];
  /** address of the place that is shown; of none where it is not among them */
  readonly here: string;
  readonly children: ComponentChildren;
}

export function Frame({ places, here, children }: FrameProps): JSX.Element {
  const { say } = useWords();
  return (
    <>
      <header class="top">
        <p class="name">{say('action_name')}</p>
        <nav aria-label={say('page_places')}>
          <ul>
            {places.map(({ href, name }) => (
              <li key={href}>
                <a href={href} aria-current={href === here ? 'page' : undefined}>
                  {say(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>{children}</main>
    </>
  );
}
