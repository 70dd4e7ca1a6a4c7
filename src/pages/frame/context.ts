/** What every part of a page needs: its words. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from './words.ts';

const Context = createContext<Words | null>(null);
export const WordsProvider = Context.Provider;

/** Throws outside a page. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('used outside a page');
  return words;
}
