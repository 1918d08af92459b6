import { z } from 'zod';
import { baseRevision, line, locale, prose } from '../../../core/http/text.schema';
import { weight } from '../../../core/http/weight.schema';
import { visibleLength } from '../../../core/texts/text-length';
import { ANSWER_LIMIT, CONFIDENCES, COUNTRY_CODE, FLAGS, STANDINGS, UNITS } from '../../comparison-facts';
import { isPeriod } from '../../period';
import { readDecimal } from './read-number';

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not said. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

/** What is written may take several units of memory per character that readers see. */
const UNITS_OF_MEMORY = 8;

const text = prose(ANSWER_LIMIT * UNITS_OF_MEMORY)
  .superRefine((value, context) => {
    const length = visibleLength(value);
    if (length > ANSWER_LIMIT)
      context.addIssue({
        code: 'too_big',
        origin: 'string',
        maximum: ANSWER_LIMIT,
        inclusive: true,
        input: value,
      });
  })
  .meta({ description: `At most ${ANSWER_LIMIT} characters, as readers see them` });

const decimal = z
  .string()
  .max(40, 'errors:field.number')
  .transform((sent, context) => {
    const read = readDecimal(sent);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'errors:field.number' });
    return z.NEVER;
  })
  .meta({ description: 'Decimal string with a point, in the unit of the question' });

export const day = z.iso
  .date('errors:field.date')
  .refine((value) => value >= '1900-01-01' && value < '2100-01-01', 'errors:field.date')
  .meta({ description: 'Calendar date, year-month-day' });

export const period = z
  .string()
  .trim()
  .max(40, 'comparisons:problem.period')
  .refine((value) => value === '' || isPeriod(value), 'comparisons:problem.period')
  .meta({
    description: 'ISO 8601 or SDMX: 2018, 2018-S1, 2018-Q3, 2018-M07, 2018-01-01/P18M; empty: of no period',
  });

const some = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .transform((chosen) => values.filter((value) => chosen.includes(value)));

/** What is said in an answer. */
export const answerFields = {
  standing: z
    .enum(STANDINGS)
    .meta({ description: 'Whether there is a value; if not, whether it is unknown or does not apply' }),
  number: orNone(decimal).meta({ description: 'Of a number; with sexes asked, the total' }),
  women: orNone(decimal),
  men: orNone(decimal),
  notStated: orNone(decimal),
  score: orNone(decimal).meta({ description: 'Of a statement: 0 to 10 in halves' }),
  options: z
    .array(line(40))
    .max(50)
    .transform((codes) => [...new Set(codes)])
    .meta({ description: 'Codes of the options that are chosen' }),
  text: orNone(text),
  note: orNone(prose(600)).meta({ description: 'What must be known to understand the value' }),
  confidence: orNone(z.enum(CONFIDENCES)).meta({ description: 'How sure the platform is' }),
  flags: some(FLAGS).meta({ description: 'Letters of Eurostat' }),
  validOn: orNone(day).meta({ description: 'When it was held to be true' }),
  period,
  unit: orNone(z.enum(UNITS, 'comparisons:problem.unit')).meta({
    description: 'For those who want to be sure: refused when the question asks for another one',
  }),
};

export type AnswerField = Exclude<keyof typeof answerFields, 'unit'>;

const country = z.string().regex(COUNTRY_CODE, 'errors:field.choice');

/** As it stands in addresses: also in lower case. */
export const addressedCountry = z.string().regex(/^[a-z]{2,4}[0-9]{0,2}(_[0-9]{4})?$/i);
/** The code of a question in an address. */
export const addressedCode = z.string().regex(/^[a-z0-9._-]{1,20}$/i);

export const newAnswer = z
  .strictObject({
    ...z.strictObject(answerFields).partial().shape,
    question: line(20).meta({ description: 'Code of the question: D1.1' }),
    country: country.meta({ description: 'ISO 3166-1 alpha-2' }),
    locale: locale.meta({ description: 'Language that the answer is written in' }),
  })
  .meta({ id: 'NewAnswer' });
export type NewAnswer = z.output<typeof newAnswer>;

export const answerChanges = z
  .strictObject(answerFields)
  .partial()
  .extend({
    locale: locale.optional().meta({ description: 'Language that the answer is written in' }),
    revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
    weight,
  })
  .meta({ id: 'AnswerChanges' });
export type AnswerChanges = z.output<typeof answerChanges>;
