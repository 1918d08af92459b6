import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'errors:field.choice')
  .meta({ description: 'ISO 3166-1 alpha-2 (GB, not UK), or EU' });

export const countryNoteInput = z.strictObject({
  locale: locale.meta({ description: 'Language of the note' }),
  text: prose(2000).meta({ description: 'What the law of the country means by it' }),
  revision: z
    .union([z.literal('').transform(() => null), z.null(), baseRevision])
    .default(null)
    .meta({ description: 'The revision that the change is made to; null for a country without a note' }),
  weight,
});

export const newCountryNote = countryNoteInput.extend({ country });

export const countryNoteView = z
  .object({
    id: z.guid(),
    country,
    text: renderedText.meta({ description: 'What the law of the country means by it' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that it was written in' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'CountryNote' });

export type CountryNoteInput = z.output<typeof countryNoteInput>;
export type CountryNoteView = z.infer<typeof countryNoteView>;
