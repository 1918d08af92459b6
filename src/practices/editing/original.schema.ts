import { z } from 'zod';
import { LOCALES } from '../../core/i18n/locales';
import { STEP_NAMES } from '../form/steps';

/** Rows of the lists, as they were written. */
const written = z
  .looseObject({
    id: z.guid(),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'PracticeRow' });

export const originalView = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that the case is written in; it never changes' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    fields: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Everything that is written or chosen, by the names that a change has' }),
    actors: z.array(written),
    results: z.array(written),
    links: z.array(written),
    missing: z
      .array(z.object({ step: z.enum(STEP_NAMES), field: z.string() }))
      .meta({ description: 'What it lacks before it can be submitted' }),
  })
  .meta({ id: 'PracticeOriginal' });

export const begun = z
  .object({ id: z.guid(), slug: z.string().meta({ description: 'Name of its address' }) })
  .meta({ id: 'BegunPractice' });

export const addedRow = z.object({ id: z.guid() }).meta({ id: 'AddedPracticeRow' });

export type OriginalView = z.infer<typeof originalView>;
