/** What every part of one card needs to know. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardNote } from '../notes/compiled.ts';
import { formatDate } from './dates.ts';
import type { CardStrings } from './strings.ts';

export interface CardContext {
  readonly note: CardNote;
  readonly strings: CardStrings;
}

const Context = createContext<CardContext | null>(null);
export const CardProvider = Context.Provider;

/** Throws outside a card. */
export function useCard(): CardContext {
  const card = useContext(Context);
  if (!card) throw new Error('used outside a card');
  return card;
}

/** Writes dates in the language of the card. */
export function useDates(): (date: string, month?: 'long' | 'short') => string {
  const { language } = useCard().strings;
  return (date, month) => formatDate(date, language, month);
}
