import { z } from 'zod';
import { baseRevision, line, locale, prose } from '../../../core/http/text.schema';
import { weight } from '../../../core/http/weight.schema';
import { QUESTION_KINDS, UNITS } from '../../comparison-facts';
import { orNone, yesOrNo } from '../facts/comparison.schema';

const decimal = z
  .string()
  .max(40)
  .transform((typed) =>
    typed
      .replace(/[\s\u00A0\u202F]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  )
  .pipe(z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'errors:field.number'))
  .meta({ description: 'Decimal string: -12.5' });

const whole = (choices: readonly number[]) =>
  z.coerce.number('errors:field.choice').refine((value) => choices.includes(value), 'errors:field.choice');

export const optionCode = z
  .string()
  .regex(/^[A-Za-z0-9_]{1,40}$/, 'comparisons:problem.code')
  .meta({ description: 'Stands in exports; letters, figures and _' });

const words = orNone(line(300));

const ofNumbers = {
  unit: z.enum(UNITS).meta({ description: 'Code of SDMX or ISO 4217' }),
  unitMultiplier: whole([0, 3, 6]).meta({ description: 'Power of ten: 0, 3 or 6' }),
  decimals: whole([0, 1, 2, 3, 4, 5, 6]).meta({ description: 'Decimals at most' }),
  minimum: orNone(decimal),
  maximum: orNone(decimal),
  bySex: yesOrNo.meta({ description: 'Asked for women, men and not stated' }),
};

const ofCategories = { several: yesOrNo.meta({ description: 'Several may be true' }) };

const ofStatements = {
  anchor_0: words.meta({ description: 'What a score of 0 means' }),
  anchor_3: words,
  anchor_5: words,
  anchor_8: words,
  anchor_10: words,
};

const ofAll = {
  question: line(400),
  help: orNone(prose(1000)).meta({ description: 'What counts, where to look' }),
  locale,
};

const fields = { ...ofAll, ...ofNumbers, ...ofCategories, ...ofStatements };

export const newOption = z.strictObject({ code: optionCode.optional(), label: line(160), locale });
/** As a form sends them: one in each line. */
export const newOptions = z.strictObject({
  labels: prose(3400).transform((typed, context) => {
    const labels = typed.split('\n').flatMap((label) => label.replace(/\s+/g, ' ').trim() || []);
    if (labels.length <= 20 && labels.every((label) => label.length <= 160)) return labels;
    context.addIssue({ code: 'custom', message: 'comparisons:problem.options' });
    return z.NEVER;
  }),
  locale,
});
export const optionChanges = z.strictObject({
  label: line(160),
  locale,
  revision: baseRevision,
  weight,
});

export const newQuestion = z.strictObject({
  kind: z.enum(QUESTION_KINDS),
  ...z.object(fields).partial().shape,
  ...{ question: ofAll.question, locale },
  options: z
    .array(newOption.omit({ locale: true }))
    .max(30)
    .default([])
    .meta({ description: 'Of a category: what may be chosen' }),
});

export const questionChanges = z.strictObject({
  ...z.object(fields).partial().shape,
  revision: baseRevision,
  weight,
});

/** Which fields only questions of this kind have. */
export const FIELDS_OF_KIND = {
  text: [],
  category: Object.keys(ofCategories),
  number: Object.keys(ofNumbers),
  statement: Object.keys(ofStatements),
} as Record<(typeof QUESTION_KINDS)[number], string[]>;

export type NewQuestion = z.output<typeof newQuestion>;
export type QuestionChanges = z.output<typeof questionChanges>;
export type NewOption = z.output<typeof newOption>;
export type OptionChanges = z.output<typeof optionChanges>;
