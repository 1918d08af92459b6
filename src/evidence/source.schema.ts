import { z } from 'zod';
import { line, locale, webAddress } from '../core/http/text.schema';

/** A year, a month or a day that there is. */
const MOMENT = /^(1[5-9]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const isMoment = (value: string): boolean =>
  MOMENT.test(value) && (value.length < 10 || z.iso.date().safeParse(value).success);

/** An empty field of a form says nothing. */
const orNothing = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.nullish().transform((value) => value || null);

const text = (max: number) => z.string().trim().max(max);

export const newSource = z.strictObject({
  title: line(300).meta({ description: 'How the source calls itself' }),
  locale: locale.meta({ description: 'Language of the source, BCP 47' }),
  publisher: orNothing(line(200, 0)).meta({ description: 'Who published it' }),
  address: orNothing(
    text(500).refine((value) => value === '' || webAddress.safeParse(value).success, 'errors:field.address'),
  ).meta({ description: 'Where it stands on the web' }),
  published: orNothing(
    text(10).refine((value) => value === '' || isMoment(value), 'evidence:problem.moment'),
  ).meta({ description: 'When it was published: YYYY, YYYY-MM or YYYY-MM-DD' }),
  readOn: z.iso
    .date('errors:field.date')
    .refine((value) => value >= '1990-01-01', 'errors:field.date')
    .meta({ description: 'When it was read, YYYY-MM-DD' }),
});
export type NewSource = z.output<typeof newSource>;
