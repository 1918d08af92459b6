import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../core/i18n/language';
import type { Locale } from '../core/i18n/locales';

/** What every part of a page may know of the one who reads it. */
export interface Reading {
  language: Language;
  /** Path of this page without its locale, for the language switcher and the way back after signing in. */
  path: string;
  person?: {
    id: string;
    name: string;
    initials: string;
    administrator: boolean;
    /** How much waits for her in the whole hub: a number, and the same as a sentence. */
    waits?: { count: string; words: string };
  };
  /** Proves that a form was made for this session. */
  formToken: string;
  demo: boolean;
  development: boolean;
  /** Where the words of the field are known: see ui/terms. */
  terms?: { mark(html: string, locale: Locale, readerLocale: Locale): string };
}

export const ReadingContext = createContext<Reading | undefined>(undefined);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('A part was drawn outside a page');
  return reading;
}

/** `const { t, locale } = useLanguage()`: words, numbers and dates in the reader's language. */
export function useLanguage(): Language {
  return useReading().language;
}

/** A path of the hub in the reader's language: `/rooms` → `/sl/rooms`. */
export function useHref(): (path: string) => string {
  const { locale } = useLanguage();
  return (path) => `/${locale}${path === '/' ? '' : path}`;
}
