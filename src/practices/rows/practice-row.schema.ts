import { z } from 'zod';
import { webAddress } from '../../core/http/text.schema';
import { ORGANISATION_TYPES } from '../../directory/organisation.entity';
import { LINK_KINDS, PARTS } from '../practice-facts';
import { ofRevision, orNone, visibleLine } from '../practice.schema';
import { ROW_LIMITS } from './row-limits';

/** Numbers as people write them, `1 234,5` or `-3.25`, as decimal strings. Four decimals at most. */
const measured = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const bare = typed
      .replace(/[\s\u00A0\u202F]/g, '')
      .replace('\u2212', '-')
      .replace(',', '.');
    if (/^-?\d{1,13}(\.\d{1,4})?$/.test(bare)) return bare.replace(/^(-?)0+(?=\d)/, '$1');
    context.addIssue({ code: 'custom', message: 'errors:field.number' });
    return z.NEVER;
  })
  .meta({ description: 'Decimal string, such as 42 or 3.25' });

const people = z.coerce.number('errors:field.number').int('errors:field.number').min(0).max(2_000_000_000);

const period = z
  .string()
  .trim()
  .regex(/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/, 'practices:problem.period')
  .meta({ description: 'A year or a month: 2019 or 2019-06' });

export const rowFields = {
  actors: {
    name: visibleLine(150).meta({ description: 'As it calls itself' }),
    type: orNone(z.enum(ORGANISATION_TYPES)),
    part: z.enum(PARTS),
    role: visibleLine(ROW_LIMITS.role),
  },
  results: {
    indicator: visibleLine(ROW_LIMITS.indicator),
    value: measured,
    unit: visibleLine(ROW_LIMITS.unit),
    periodFrom: period,
    periodTo: period,
    persons: z.boolean().meta({ description: 'Whether people are counted' }),
    women: orNone(people),
    men: orNone(people),
    notStated: orNone(people),
    method: visibleLine(ROW_LIMITS.method),
    source: orNone(webAddress),
    counterfactual: z.boolean().meta({ description: 'It is known what would have happened without it' }),
  },
  links: {
    kind: z.enum(LINK_KINDS),
    address: webAddress,
    label: visibleLine(ROW_LIMITS.label),
    language: z.string().regex(/^[a-z]{2,3}$/, 'practices:problem.language'),
    accessible: z.boolean().meta({ description: 'People with disabilities can read it' }),
  },
};

/** The lists that are kept with the form of a case. */
export type ListName = keyof typeof rowFields;
export const LISTS = Object.keys(rowFields) as ListName[];

export const newRow = {
  actors: z.strictObject(rowFields.actors),
  results: z.strictObject(rowFields.results),
  links: z.strictObject(rowFields.links),
};

export const rowChanges = {
  actors: newRow.actors.extend(ofRevision),
  results: newRow.results.extend(ofRevision),
  links: newRow.links.extend(ofRevision),
};

export type NewResult = z.output<typeof newRow.results>;
export type NewRow = { [List in ListName]: z.output<(typeof newRow)[List]> };
export type RowChanges = { [List in ListName]: z.output<(typeof rowChanges)[List]> };
