import { z } from 'zod';
import { line, locale, prose } from '../core/http/text.schema';
import { FORMATS } from './building/format';
import { FILE_STATES, MACHINE_CHOICES } from './edition';

/** ISBN-13 or ISBN-10 with its check digit (ISO 2108), with or without hyphens. */
const isbn = line(20, 0).refine((value) => value === '' || isIsbn(value), 'editions:refusal.isbn');
/** ISO 3297. */
const issn = line(9, 0).refine((value) => value === '' || isIssn(value), 'editions:refusal.issn');

const MOST_EDITORS = 30;
const LONGEST_NAME = 120;

const fields = {
  locale,
  isbn: isbn.default('').meta({ description: 'ISBN of this edition; empty for none' }),
  issn: issn.default('').meta({ description: 'ISSN of the series; empty for none' }),
  machine: z.enum(MACHINE_CHOICES).default('original').meta({
    description:
      'What becomes of texts that only a machine has translated: their originals, or they with a mark',
  }),
  note: prose(500, 0).default('').meta({ description: 'Why it is frozen although something is missing' }),
};

export const newEdition = z
  .strictObject({
    ...fields,
    editors: z
      .array(line(LONGEST_NAME))
      .max(MOST_EDITORS)
      .default([])
      .meta({ description: 'Names for the imprint' }),
    decided: z.boolean().default(false).meta({
      description: 'What is missing or outdated has been looked at and is printed nevertheless',
    }),
  })
  .meta({ id: 'NewEdition' });

const linesOf = (value: string): string[] =>
  value
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

const names = prose(4000, 0)
  .default('')
  .transform(linesOf)
  .pipe(z.array(z.string().max(LONGEST_NAME)).max(MOST_EDITORS));

export const editionForm = z
  .strictObject({ ...fields, editors: names, decided: z.literal('true').optional() })
  .transform(({ decided, ...rest }): NewEdition => ({ ...rest, decided: decided === 'true' }));

export type NewEdition = z.output<typeof newEdition>;

const file = z.object({
  format: z.enum(FORMATS),
  state: z.enum(FILE_STATES),
  done: z.number().meta({ description: 'Share that is made, 0–1' }),
  bytes: z.number().int().nullable().meta({ description: 'Size, once it is made' }),
  problem: z.string().nullable().meta({ description: 'Key of what went wrong' }),
  address: z.string().nullable().meta({ description: 'Where it can be had, once it is made' }),
});

export const editionView = z
  .object({
    handbook: z.string().meta({ description: 'Slug of the handbook' }),
    locale: z.string().meta({ description: 'Language, BCP 47' }),
    number: z.number().int().meta({ description: 'From 1 in each language' }),
    title: z.string(),
    frozenAt: z.iso.datetime().meta({ description: 'When it was frozen, UTC' }),
    sha256: z
      .string()
      .meta({ description: 'Of the frozen book: the same as long as nothing in it is another word' }),
    files: z.array(file),
  })
  .meta({ id: 'Edition' });

export type EditionView = z.infer<typeof editionView>;

export const editionList = z.object({ editions: z.array(editionView) }).meta({ id: 'Editions' });

function isIsbn(value: string): boolean {
  const digits = value.replace(/[-\s]/g, '').toUpperCase();
  if (/^\d{13}$/.test(digits)) return sum(digits, (place) => (place % 2 ? 3 : 1)) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && sum(digits, (place) => 10 - place) % 11 === 0;
}

function isIssn(value: string): boolean {
  const digits = value.replace('-', '').toUpperCase();
  return /^\d{4}-\d{3}[\dX]$/i.test(value) && sum(digits, (place) => 8 - place) % 11 === 0;
}

const sum = (digits: string, weight: (place: number) => number): number =>
  [...digits].reduce(
    (total, digit, place) => total + weight(place) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
