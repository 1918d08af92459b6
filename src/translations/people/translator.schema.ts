import { z } from 'zod';
import { email, locale } from '../../core/http/text.schema';

export const newTranslator = z.strictObject({
  email: email.meta({ description: 'Address of somebody who has an account' }),
  locale: locale.meta({ description: 'Language that she translates into' }),
});

export type NewTranslator = z.output<typeof newTranslator>;

export const translatorView = z
  .object({
    personId: z.guid(),
    name: z.string(),
    email: z.string().nullable().meta({ description: 'For those who appoint; null for others' }),
    locale: z.string().meta({ description: 'Language that she translates into' }),
  })
  .meta({ id: 'Translator' });

export type TranslatorView = z.infer<typeof translatorView>;

export const translatorList = z.object({
  items: z.array(translatorView).meta({ description: 'By language, then by name' }),
});
