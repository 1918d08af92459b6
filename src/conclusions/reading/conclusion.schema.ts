import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { locale } from '../../core/http/text.schema';
import { commentView } from '../comments/comment.schema';
import { CONCLUSION_STATES } from '../conclusion-facts';
import { moveView } from '../deciding/moves';
import { evidenceView } from '../../evidence/evidence.schema';
import { adoptedPassage } from '../versions/adopted-passages';
import { positionView } from '../positions/position.schema';

const state = z.enum(CONCLUSION_STATES).meta({
  description:
    'draft: being written; positions: members say where they stand; adopted: locked; replaced: by another one; withdrawn',
});

const summary = {
  id: z.guid(),
  number: z.number().int().meta({ description: 'Place in the list of its room, from 1; never given twice' }),
  room: z.object({
    id: z.guid(),
    slug: z.string(),
    name: renderedText.meta({ description: 'Name of the room' }),
    open: z.boolean().meta({ description: 'Whether you may enter the room' }),
  }),
  partnershipId: z.guid().nullable(),
  platformId: z.guid().nullable(),
  threadId: z.guid().nullable().meta({
    description: 'Thread that it comes from; null: the room as a whole, or a thread that you may not read',
  }),
  state,
  version: z.number().int().meta({ description: 'How often it was adopted; 0: never' }),
  statement: renderedText.meta({ description: 'What is concluded' }),
  positionsUntil: z.iso.datetime().nullable().meta({ description: 'Nobody takes a position after that' }),
  adoptedAt: z.iso.datetime().nullable().meta({ description: 'When its newest version was adopted' }),
  public: z.boolean().meta({ description: 'Everyone reads it, also when its room is closed to them' }),
  replacedBy: z
    .object({ id: z.guid(), number: z.number().int() })
    .nullable()
    .meta({ description: 'The conclusion that took its place' }),
};

export const conclusionSummary = z.object(summary).meta({ id: 'ConclusionSummary' });

export const conclusionList = z
  .object({ items: z.array(conclusionSummary).meta({ description: 'By room and number' }) })
  .meta({ id: 'ConclusionList' });

const share = z.object({
  of: z.string().nullable().meta({ description: 'Id, or code; empty: not known; null: others' }),
  name: z.string().nullable().meta({ description: 'In words, where `of` has some' }),
  count: z.number().int(),
});

const shares = z.object({
  people: z.number().int().nullable().meta({ description: 'How many there are; null for fewer than three' }),
  groups: z.array(share).nullable().meta({ description: 'By stakeholder group' }),
  countries: z.array(share).nullable().meta({ description: 'By country, ISO 3166-1 alpha-2' }),
  languages: z.array(share).nullable().meta({ description: 'By language, BCP 47' }),
  carrying: z
    .string()
    .nullable()
    .meta({ description: 'Id of the stakeholder group that is more than half of all' }),
});

export const balanceView = z
  .object({
    spoke: shares.meta({ description: 'Who wrote in the thread or is cited' }),
    agreed: shares.meta({ description: 'Who agrees or can live with it' }),
  })
  .meta({
    id: 'ConclusionBalance',
    description:
      'Kinds of fewer than three people are counted together; null where that would tell of somebody',
  });

export const conclusionView = z
  .object({
    ...summary,
    reasoning: renderedText.nullable().meta({ description: 'Why, and what was weighed' }),
    original: z
      .object({ statement: z.string(), reasoning: z.string().nullable() })
      .meta({ description: 'The words as they were written: what a change begins with' }),
    locale: locale.meta({ description: 'Language that it is written in' }),
    revision: z.number().int(),
    passages: z.array(evidenceView).meta({ description: 'What it is concluded from' }),
    positions: z.object({
      agree: z.number().int(),
      accept: z.number().int().meta({ description: 'Can live with it' }),
      disagree: z.number().int(),
      told: z
        .boolean()
        .meta({ description: 'Whether the numbers are told: to visitors only of three positions or more' }),
      own: positionView.nullable().meta({ description: 'Where you stand' }),
      items: z.array(positionView).meta({
        description: 'For who reads the room: all of them; for visitors what was said by those who disagree',
      }),
    }),
    balance: balanceView.nullable().meta({
      description:
        'Of the version that stands; as it is now for those who sit in the room while it is under way',
    }),
    comments: z
      .array(commentView)
      .meta({ description: 'For those who sit in the room: what members say of the draft' }),
    versions: z
      .array(z.object({ version: z.number().int(), adoptedAt: z.iso.datetime() }))
      .meta({ description: 'What was adopted, newest first' }),
    moves: z.array(moveView).meta({
      description: 'Where it has been, newest first; for those outside the room what was decided',
    }),
    can: z.object({
      edit: z.boolean(),
      open: z.boolean(),
      comment: z.boolean(),
      take: z.boolean().meta({ description: 'Take a position' }),
      redraft: z.boolean(),
      adopt: z.boolean(),
      amend: z.boolean(),
      replace: z.boolean(),
      withdraw: z.boolean(),
      show: z.boolean().meta({ description: 'Let everyone read it' }),
    }),
  })
  .meta({ id: 'Conclusion' });

export const versionView = z
  .object({
    id: z.guid(),
    number: z.number().int(),
    version: z.number().int(),
    locale,
    revision: z.number().int(),
    statement: z.string().meta({ description: 'As it was adopted, in its own language' }),
    reasoning: z.string().nullable(),
    adoptedAt: z.iso.datetime(),
    passages: z.array(adoptedPassage).meta({ description: 'What it was concluded from' }),
    earlyReason: z.string().nullable().meta({ description: 'Why it was adopted before its time was over' }),
    earlyLocale: locale.nullable().meta({ description: 'Language of that' }),
    positions: conclusionView.shape.positions,
    balance: balanceView,
  })
  .meta({ id: 'ConclusionVersion' });

export type ConclusionSummary = z.output<typeof conclusionSummary>;
export type ConclusionView = z.output<typeof conclusionView>;
export type BalanceView = z.output<typeof balanceView>;
export type SharesView = BalanceView['spoke'];
export type PositionsView = ConclusionView['positions'];
export type VersionView = z.output<typeof versionView>;
