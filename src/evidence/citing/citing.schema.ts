import { z } from 'zod';
import { prose } from '../../core/http/text.schema';
import { QUOTE_LIMIT } from '../quotation';
import { evidenceView } from '../evidence.schema';
import { EVIDENCE_STANDINGS, RELATIONS } from '../relation';
import { newSource } from '../source.schema';

export const subject = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .meta({ description: 'A kind of text, file or source' }),
  id: z.guid().meta({ description: 'Its id' }),
});

/** The passage, as it stands there; an empty field quotes nothing. */
const quote = prose(QUOTE_LIMIT, 0)
  .nullish()
  .transform((value) => (value?.trim() ? value : null))
  .meta({ description: 'The passage that matters, in the language in which it was written' });

/** What forms send along: the page that they stand on. */
const back = z
  .string()
  .max(500)
  .regex(/^[\x21-\x7e]*$/)
  .optional();

const address = z
  .string()
  .trim()
  .min(1, 'errors:field.required')
  .max(1000)
  .refine((value) => value.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(value), 'errors:field.address')
  .meta({ description: 'Where it stands on this hub, as it is copied from the browser' });

/** Citing what stands on this hub. */
export const citedHere = z.strictObject({ address, quote, back });
/** Citing what lies outside. */
export const citedSource = newSource.extend({ quote, back });

const relation = z
  .enum(RELATIONS)
  .optional()
  .meta({ description: 'How the statement comes from its ground; by default as its kind says' });

/** For programs: a ground by its kind and id, by its address on this hub, or a new source. */
export const newEvidence = z
  .strictObject({
    ground: subject.optional().meta({ description: 'What the statement rests on' }),
    address: address.optional(),
    source: newSource.optional().meta({ description: 'A new source outside the hub' }),
    relation,
    quote,
  })
  .refine(
    ({ ground, address, source }) =>
      [ground, address, source].filter((each) => each !== undefined).length === 1,
    { message: 'evidence:problem.one_ground', path: ['ground'] },
  );
export type NewEvidence = z.output<typeof newEvidence>;

export const citedView = z
  .object({ id: z.guid().meta({ description: 'Id of the link between the statement and its ground' }) })
  .meta({ id: 'CitedEvidence' });

export const statementEvidence = z
  .object({
    standing: z
      .enum(EVIDENCE_STANDINGS)
      .meta({ description: 'The worst that happened to anything that it rests on, however far away' }),
    evidence: z.array(evidenceView).meta({ description: 'In the order in which it was cited' }),
  })
  .meta({ id: 'StatementEvidence' });
