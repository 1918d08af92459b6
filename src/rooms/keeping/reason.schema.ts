import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';

export const REASON_LIMIT = 1000;

/** Why those who keep order do something, in whatever language they say it. */
export interface Reason {
  text: string;
  locale: Locale;
}

const words = z
  .union([prose(REASON_LIMIT, 0), z.null()])
  .optional()
  .transform((value) => (value?.trim() ? value : null));

/** Fields of what can be done with a reason or without. Forms send an empty one. */
export const reasonFields = {
  reason: words.meta({ description: 'Why, as whom it concerns reads it' }),
  locale: locale.optional().meta({ description: 'Language of the reason' }),
};

interface Given {
  reason: string | null;
  locale?: Locale | undefined;
}

/** For `refine`: words have a language. */
export const hasLanguage: [(given: Given) => boolean, { path: string[]; message: string }] = [
  ({ reason, locale: of }) => reason === null || of !== undefined,
  { path: ['locale'], message: 'errors:field.required' },
];

export const reasonOf = ({ reason, locale: of }: Given): Reason | null =>
  reason !== null && of ? { text: reason, locale: of } : null;

export const reasonView = z
  .object({ text: z.string(), locale })
  .nullable()
  .meta({ description: 'Why, in the words and the language of who decided it' });
