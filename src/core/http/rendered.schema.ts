import { z } from 'zod';
import { TRANSLATION_STATUSES } from '../database/translation';
import { LOCALES } from '../i18n/locales';

/** The shape of a `RenderedText` in answers of the API. */
export const renderedText = z
  .object({
    text: z.string().meta({ description: 'The text in the language chosen for the reader' }),
    locale: z.enum(LOCALES).meta({ description: 'Language of this text, BCP 47' }),
    state: z
      .enum(['original', ...TRANSLATION_STATUSES])
      .meta({ description: 'Whether it is the original, or how far the translation has come' }),
    outdated: z.boolean().meta({ description: 'The original has changed since this was translated' }),
    by: z.string().nullable().meta({ description: 'Who translated it: a person, or a machine by its name' }),
    originalLocale: z.enum(LOCALES).meta({ description: 'Language that it was written in' }),
  })
  .meta({ id: 'RenderedText' });
