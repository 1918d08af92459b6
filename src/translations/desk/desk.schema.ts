import { z } from 'zod';
import { prose } from '../../core/http/text.schema';

/** Characters of one segment; the limit of the whole is that of its text. */
export const SEGMENT_LIMIT = 20_000;

export const SHOWN = ['all', 'outdated', 'missing', 'machine', 'draft', 'in_review'] as const;
export type Shown = (typeof SHOWN)[number];

export const deskQuery = z.object({
  show: z.enum(SHOWN).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DeskQuery = z.output<typeof deskQuery>;

/** What a button of the desk does: to one segment, or to all of them. */
const ACT = /^(?:(draft|reviewed|current|discard):([0-9a-f-]{36})|(save|send))$/;
const FIELD = /^(text|seen)\.([0-9a-f-]{36})$/;

export type Verb = 'draft' | 'reviewed' | 'current' | 'discard' | 'save' | 'send';

/** What stands in the field of one segment, and what stood there when the page was drawn. */
export interface Typed {
  id: string;
  text: string;
  seen: string;
}

export interface Work {
  verb: Verb;
  /** The segment that the button belongs to. */
  at: string | undefined;
  typed: Typed[];
}

/** One form for all segments on a page, so that what is typed in one is not lost by saving another. */
export const deskForm = z
  .object({ act: z.string().regex(ACT) })
  .catchall(prose(SEGMENT_LIMIT, 0))
  .superRefine((fields, context) => {
    const keys = Object.keys(fields).filter((name) => name !== 'act' && !FIELD.test(name));
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: fields });
  })
  .transform(({ act, ...fields }): Work => {
    const [, own, at, whole] = ACT.exec(act)!;
    const typed = Object.entries(fields).flatMap(([name, text]) => {
      const [, field, id] = FIELD.exec(name) ?? [];
      return field === 'text' ? [{ id: id!, text, seen: fields[`seen.${id}`] ?? '' }] : [];
    });
    return { verb: (own ?? whole) as Verb, at, typed };
  });

export const draftInput = z.strictObject({
  text: prose(SEGMENT_LIMIT, 0).meta({ description: 'What stands in the field; kept for nobody else' }),
  seen: z.string().max(40).meta({ description: 'Which translation it was typed over, as the page says' }),
});
