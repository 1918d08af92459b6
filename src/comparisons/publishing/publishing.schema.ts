import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';

export const publication = z
  .strictObject({
    note: prose(1000)
      .nullable()
      .default(null)
      .meta({ description: 'What this version changes, for its readers' }),
    locale: locale.meta({ description: 'Language of the note' }),
    baseVersion: z.coerce
      .number()
      .int()
      .min(0)
      .max(2_147_483_647)
      .meta({ description: 'The newest version that you know of; 0 before the first' }),
  })
  .meta({ id: 'ComparisonPublication' });
export type Publication = z.output<typeof publication>;
