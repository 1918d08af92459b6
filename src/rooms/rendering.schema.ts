import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';

/** A text as one reader gets it, with all that must be said about it. */
export const renderedText = z
  .object({
    text: z.string(),
    locale: z.enum(LOCALES).meta({ description: 'Language of this rendering' }),
    state: z.enum(['original', 'reviewed', 'draft', 'machine']),
    outdated: z.boolean().meta({ description: 'The original has changed since it was translated' }),
    originalLocale: z.enum(LOCALES),
  })
  .meta({ id: 'RenderedText' });

export type RenderedText = z.infer<typeof renderedText>;
