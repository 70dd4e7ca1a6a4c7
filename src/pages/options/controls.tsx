/** The kinds of fields that settings are set with. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../frame/context.ts';

interface SectionProps {
  /** key of its heading */
  readonly heading: string;
  readonly children: ComponentChildren;
}

export function Section({ heading, children }: SectionProps): JSX.Element {
  const { say } = useWords();
  return (
    <section>
      <h2>{say(heading)}</h2>
      {children}
    </section>
  );
}

interface OneOfProps<Choice extends string> {
  /** its messages are `options_NAME` and `options_NAME_CHOICE` */
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: Choice;
  /** side by side, where each is one word */
  readonly inline?: boolean;
  onChoose(choice: Choice): void;
}

export function OneOf<Choice extends string>({
  name,
  choices,
  value,
  inline,
  onChoose,
}: OneOfProps<Choice>): JSX.Element {
  const { say } = useWords();
  return (
    <fieldset class={inline ? 'choice' : 'stack'}>
      <legend>{say(`options_${name}`)}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={value === choice} onChange={() => onChoose(choice)} />
          <span>{say(`options_${name}_${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface AmountProps {
  /** its label is `options_NAME` */
  readonly name: string;
  readonly range: { readonly least: number; readonly most: number };
  readonly step: number;
  readonly value: number;
  /** the number with its unit, as it is read */
  write(value: number): string;
  /** tells whether it was kept */
  onChoose(value: number): Promise<boolean>;
}

/**
 * A slider: what it stands at is shown while it moves, and kept when it is let go; it goes back where that could not be. What was stored of
 * an earlier step can come while a later one is made: the slider stands where it was moved to until that is stored.
 */
export function Amount({ name, range, step, value, write, onChoose }: AmountProps): JSX.Element {
  const { say } = useWords();
  const [moved, setMoved] = useState<number | null>(null);
  const shown = moved ?? value;
  // By what it stands at then: effects come late.
  useEffect(() => setMoved((now) => (now === value ? null : now)));
  async function choose(chosen: number): Promise<void> {
    if (!(await onChoose(chosen))) setMoved(null);
  }
  return (
    <label class="amount">
      <span>{say(`options_${name}`)}</span>
      <input
        type="range"
        name={name}
        min={range.least}
        max={range.most}
        step={step}
        value={shown}
        aria-valuetext={write(shown)}
        onInput={(event) => setMoved(event.currentTarget.valueAsNumber)}
        onChange={(event) => void choose(event.currentTarget.valueAsNumber)}
      />
      <output>{write(shown)}</output>
    </label>
  );
}

interface CheckProps {
  readonly name: string;
  readonly value: boolean;
  onChoose(value: boolean): void;
}

export function Check({ name, value, onChoose }: CheckProps): JSX.Element {
  const { say } = useWords();
  return (
    <label class="check">
      <input type="checkbox" name={name} checked={value} onChange={(event) => onChoose(event.currentTarget.checked)} />
      <span>{say(`options_${name}`)}</span>
    </label>
  );
}

interface ListProps {
  /** key of what stands in place of an empty list */
  readonly empty: string;
  /** key of the button's words */
  readonly action: string;
  /** key of the button's name, which begins with them */
  readonly named: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  onTake(id: string): void;
}

/** Things that can be taken from the list, each by a button that is named after it, and whose focus goes to what is left. */
export function TakeList({ empty, action, named, items, onTake }: ListProps): JSX.Element {
  const { say } = useWords();
  const none = useRef<HTMLParagraphElement>(null);
  const isLastTaken = useRef(false);
  const isEmpty = items.length === 0;
  useLayoutEffect(() => {
    if (isEmpty && isLastTaken.current) none.current?.focus();
    isLastTaken.current = false;
  }, [isEmpty]);

  function take(button: Element, id: string): void {
    const line = button.closest('li');
    (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector('button')?.focus();
    isLastTaken.current = items.length === 1;
    onTake(id);
  }

  if (isEmpty)
    return (
      <p class="quiet" ref={none} tabIndex={-1}>
        {say(empty)}
      </p>
    );
  return (
    <ul class="taken">
      {items.map(({ id, title }) => (
        <li key={id}>
          <span>{title}</span>
          <button type="button" aria-label={say(named, title)} onClick={(event) => take(event.currentTarget, id)}>
            {say(action)}
          </button>
        </li>
      ))}
    </ul>
  );
}
