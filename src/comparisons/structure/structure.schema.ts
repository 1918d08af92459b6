import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { LOCALES } from '../../core/i18n/locales';
import { COMPARISON_STATUSES, QUESTION_KINDS, UNITS } from '../comparison-facts';

const revision = z.number().int().meta({ description: 'Send it back with a change' });
const place = z.object({
  id: z.guid(),
  slug: z.string().meta({ description: 'Name of its address' }),
});

export const begunComparison = place.meta({ id: 'BegunComparison' });
export const addedAsked = z.object({ id: z.guid() }).meta({ id: 'AddedAsked' });
export const addedQuestion = z
  .object({ id: z.guid(), code: z.string().meta({ description: 'Its number: D1.1' }) })
  .meta({ id: 'AddedQuestion' });
export const addedOptions = z
  .object({ codes: z.array(z.string()).meta({ description: 'In the order given' }) })
  .meta({ id: 'AddedOptions' });

const option = z.object({
  code: z.string().meta({ description: 'Stands in answers and exports' }),
  label: renderedText,
  revision,
});

const anchors = z
  .object({
    '0': renderedText.nullable(),
    '3': renderedText.nullable(),
    '5': renderedText.nullable(),
    '8': renderedText.nullable(),
    '10': renderedText.nullable(),
  })
  .meta({ description: 'What these scores of a statement mean' });

const question = z.object({
  id: z.guid(),
  code: z.string().meta({ description: 'Its number; stays once anybody has answered' }),
  kind: z.enum(QUESTION_KINDS).meta({ description: 'How it is answered' }),
  question: renderedText,
  help: renderedText.nullable().meta({ description: 'What counts, where to look' }),
  unit: z.enum(UNITS).nullable().meta({ description: 'Of a number: code of SDMX or ISO 4217' }),
  unitMultiplier: z.number().int().meta({ description: 'Of a number: power of ten' }),
  decimals: z.number().int().meta({ description: 'Of a number: decimals at most' }),
  minimum: z.string().nullable().meta({ description: 'Of a number: decimal string' }),
  maximum: z.string().nullable().meta({ description: 'Of a number: decimal string' }),
  bySex: z.boolean().meta({ description: 'Of a number: asked for women, men and not stated' }),
  several: z.boolean().meta({ description: 'Of a category: several may be true' }),
  options: z.array(option).meta({ description: 'Of a category: what may be chosen' }),
  anchors: anchors.nullable().meta({ description: 'Of a statement' }),
  retired: z.boolean().meta({ description: 'Asked no more' }),
  answers: z.number().int().meta({ description: 'How often it was answered, in any state' }),
  revision,
});

export const structureView = z
  .object({
    ...place.shape,
    status: z.enum(COMPARISON_STATUSES).meta({ description: 'Being prepared, being answered, or closed' }),
    title: z.string().meta({ description: 'In its original language' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that it was written in' }),
    revision,
    countries: z
      .array(
        z.object({
          country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or a code of Eurostat for several' }),
          platform: z.guid().nullable().meta({ description: 'Platform that answers for it' }),
          answers: z.number().int().meta({ description: 'How many answers it has, in any state' }),
        }),
      )
      .meta({ description: 'In protocol order' }),
    dimensions: z
      .array(
        z.object({
          id: z.guid(),
          code: z.string().meta({ description: 'Its number: D1' }),
          title: renderedText,
          description: renderedText.nullable().meta({ description: 'What belongs to it' }),
          revision,
          questions: z.array(question).meta({ description: 'In order' }),
        }),
      )
      .meta({ description: 'In order' }),
  })
  .meta({ id: 'ComparisonStructure' });

export type StructureView = z.infer<typeof structureView>;
