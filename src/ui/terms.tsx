import type { ComponentChildren } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Locale } from '../core/i18n/locales';
import { useReading } from './language';

/** Knows the words of the field; provided by the glossary, so that parts need not know where it is kept. */
export abstract class TermMarks {
  /**
   * Safe HTML in the language of its text, with a link to the definition where a term stands in it for the first time.
   * At once, with the terms as they were last seen: it is asked for while a page is drawn.
   */
  abstract mark(html: string, locale: Locale, readerLocale: Locale): string;
}

/** `(html, locale) => html` with its terms marked, for texts that people wrote. */
export function useTermMarks(): (html: string, locale: Locale) => string {
  const { terms, language } = useReading();
  return (html, locale) => terms?.mark(html, locale, language.locale) ?? html;
}

const MEANING: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** A text without any form, with its terms marked. */
export function WithTerms({ children, lang }: { children: string; lang: Locale }): ComponentChildren {
  const mark = useTermMarks();
  return jsxTemplate([
    mark(
      children.replace(/[&<"]/g, (sign) => MEANING[sign]!),
      lang,
    ),
  ]);
}
