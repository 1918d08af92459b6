import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOCALES_DIR } from '../../../core/i18n/language-folders';
import { LOCALES, type Locale } from '../../../core/i18n/locales';

const line = z.string().min(1);

const question = z.strictObject({
  question: line.max(400),
  help: line.max(1000),
  /** By score, in its own words. */
  anchors: z
    .strictObject({
      '0': line.max(300),
      '3': line.max(300),
      '5': line.max(300),
      '8': line.max(300),
      '10': line.max(300),
    })
    .optional(),
  /** Labels by code, in order. */
  options: z.record(z.string().regex(/^[a-z_]{1,40}$/), line.max(160)).optional(),
});

const words = z.record(
  z.string().regex(/^D\d+$/),
  z.strictObject({
    title: line.max(160),
    description: line.max(1000),
    questions: z.record(z.string().regex(/^D\d+\.\d+$/), question),
  }),
);

/** The ten dimensions in one language, by their codes. */
export type TemplateWords = z.output<typeof words>;
export type QuestionWords = z.output<typeof question>;

/** The language that they were written in. */
export const WRITTEN_IN: Locale = 'en';

/**
 * In every language whose folder has them: `locales/<locale>/templates/comparison.json`. They are no words of the
 * interface: what is laid into a comparison belongs to it and can be changed there.
 */
export function templateWords(folder = LOCALES_DIR): Map<Locale, TemplateWords> {
  const found = new Map<Locale, TemplateWords>();
  for (const locale of LOCALES) {
    const file = join(folder, locale, 'templates', 'comparison.json');
    if (existsSync(file)) found.set(locale, words.parse(JSON.parse(readFileSync(file, 'utf8'))));
  }
  return found;
}
