import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import {
  MOST_OPTIONS,
  OPTION_LIMIT,
  POLL_KINDS,
  POLL_STATES,
  QUESTION_LIMIT,
  REASON_LIMIT,
  STANCES,
} from './poll-facts';
import { faultsOf, faultsOfTime } from './poll-faults';

const kind = z.enum(POLL_KINDS).meta({ description: 'One answer, several, or where everybody stands' });

const fields = z.strictObject({
  kind,
  question: line(QUESTION_LIMIT).meta({ description: 'In the language of the post' }),
  options: z
    .array(line(OPTION_LIMIT))
    .max(MOST_OPTIONS)
    .default([])
    .meta({ description: 'From 2 to 20 answers, no two alike; none for a sense check' }),
  most: z
    .int()
    .min(1)
    .max(MOST_OPTIONS)
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'Of several answers, how many one may choose; nothing: as many as one likes' }),
  secret: z.boolean().meta({ description: 'Nobody sees who chose what, and counts only when it is closed' }),
  closesAt: z.iso
    .datetime({ offset: true })
    .nullish()
    .transform((value) => (value ? new Date(value).toISOString() : null))
    .meta({ description: 'In the future, within a year; nothing: until somebody closes it' }),
});

type Fields = z.output<typeof fields>;

const sound = (poll: Fields, context: z.RefinementCtx<Fields>) => {
  for (const { path, key } of faultsOf(poll))
    context.addIssue({ code: 'custom', path: [path], message: key });
};

/** A poll as it is put into a post. */
export const newPoll = fields.superRefine(sound);

export type NewPoll = z.output<typeof newPoll>;

const edition = z.coerce.number().int().min(1).max(2_147_483_647);

/** Changes all of it, as long as nobody has voted. */
export const editedPoll = fields
  .extend({ baseEdition: edition.meta({ description: 'The edition that the change started from' }) })
  .superRefine(sound);

export type EditedPoll = z.output<typeof editedPoll>;

const chosen = z.union([z.guid(), z.enum(STANCES)]);

export const newVote = z.strictObject({
  choices: z
    .array(chosen)
    .min(1)
    .max(MOST_OPTIONS)
    .meta({ description: 'Ids of options; of a sense check one of agree, abstain, disagree, block' }),
  reason: prose(REASON_LIMIT, 0)
    .optional()
    .transform((value) => value?.trim() || null)
    .meta({ description: 'Of a sense check only; whoever blocks must give one' }),
  locale: locale.optional().meta({ description: 'Language of the reason; nothing: the one that you read' }),
});

export type NewVote = z.output<typeof newVote>;

/** The same as forms send it: one box that is ticked comes as a word, several as a list. */
export const voteForm = z.strictObject({
  act: z.enum(['vote', 'take_back']).default('vote'),
  choices: z.union([chosen.array().max(MOST_OPTIONS), chosen]).optional(),
  reason: prose(REASON_LIMIT, 0).optional(),
  locale: locale.optional(),
});

/** A moment as a form asks for it, in the reader's own time. */
const momentFields = {
  closesOn: z.union([z.iso.date(), z.literal('')]).default(''),
  closesTime: z.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.literal('')]).default(''),
};

export type MomentForm = z.output<z.ZodObject<typeof momentFields>>;

const formFields = z.strictObject({
  kind,
  question: line(QUESTION_LIMIT),
  options: prose(MOST_OPTIONS * (OPTION_LIMIT + 2), 0).default(''),
  most: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/)
    .default(''),
  votes: z.enum(['open', 'secret']),
  ...momentFields,
});

export const pollForm = formFields;
export type PollForm = z.output<typeof pollForm>;

/** The same in a form in which a poll is only an addition: there is none without a question and answers. */
export const optionalPoll = {
  ...formFields.shape,
  kind: kind.optional(),
  question: prose(QUESTION_LIMIT, 0).optional(),
  votes: formFields.shape.votes.optional(),
};

export type OptionalPoll = z.output<z.ZodObject<typeof optionalPoll>>;

export const editedPollForm = formFields.extend({ edition });

const moment = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .nullable();

/** Another time at which it closes, also when people have voted. */
export const closingTime = z
  .strictObject({
    closesAt: moment.meta({ description: 'In the future, within a year; null: until somebody closes it' }),
    baseClosesAt: moment.meta({ description: 'The time that the change started from' }),
  })
  .superRefine(({ closesAt }, context) => {
    for (const { path, key } of faultsOfTime(closesAt))
      context.addIssue({ code: 'custom', path: [path], message: key });
  });

export type ClosingTime = z.output<typeof closingTime>;

/** `was`: the time that the form showed; nothing: until somebody closes it. */
export const closingTimeForm = z.strictObject({
  ...momentFields,
  was: z.union([z.iso.datetime(), z.literal('').transform(() => null)]),
});

const choice = z.string().meta({ description: 'Id of an option, or a stance' });

const pollReason = z
  .object({
    choice: z.enum(STANCES),
    text: z.string(),
    locale: z.enum(LOCALES),
    person: z
      .object({ id: z.guid(), name: z.string() })
      .nullable()
      .meta({ description: 'Null in secret polls' }),
  })
  .meta({ id: 'PollReason' });

export type PollReason = z.infer<typeof pollReason>;

export const pollView = z
  .object({
    id: z.guid(),
    roomId: z.guid(),
    threadId: z.guid(),
    postId: z.guid(),
    postNumber: z.number().int(),
    kind,
    question: renderedText,
    options: z
      .array(z.object({ id: choice, label: renderedText.nullable() }))
      .meta({ description: 'In their order; the stances of a sense check have no label but their name' }),
    most: z.number().int().nullable(),
    secret: z.boolean(),
    closesAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable().meta({ description: 'Since when nothing can change any more' }),
    edition: z.number().int().meta({ description: 'Grows with every change of its words and rules' }),
    voters: z.number().int().meta({ description: 'How many people have voted' }),
    counts: z.record(choice, z.number().int()).nullable().meta({
      description:
        'How many chose what. Null for secret polls: until they are closed, and for ever if fewer than three have voted',
    }),
    own: z
      .object({ choices: z.array(choice), reason: z.string().nullable() })
      .nullable()
      .meta({
        description: 'What you have chosen; no choices: you took part in a secret poll that is closed',
      }),
    can: z.object({ vote: z.boolean(), edit: z.boolean(), close: z.boolean(), reschedule: z.boolean() }),
  })
  .meta({ id: 'Poll' });

export type PollView = z.infer<typeof pollView>;

const number = z.coerce.number().int().min(0).max(2_147_483_647);

export const voteWindow = z.strictObject({ after: number.default(0), locale: locale.optional() });

export const voteList = z.object({
  votes: z
    .array(z.object({ person: z.object({ id: z.guid(), name: z.string() }), choices: z.array(choice) }))
    .meta({ description: 'Who chose what, the first one first; none in secret polls' }),
  reasons: z
    .array(pollReason)
    .meta({ description: 'Of a sense check; in secret polls without names, once they are closed' }),
  next: z.number().int().nullable().meta({ description: 'Where the next page begins' }),
});

export type VoteList = z.infer<typeof voteList>;

const person = z
  .object({ id: z.guid(), name: z.string() })
  .nullable()
  .meta({ description: 'Null: nobody that is known, or its time was over' });

export const pollHistory = z
  .object({
    opened: z.object({ at: z.iso.datetime(), by: person }),
    moves: z
      .array(
        z.object({
          ...{ at: z.iso.datetime(), by: person },
          from: z.iso.datetime().nullable().meta({ description: 'Null: until somebody closes it' }),
          to: z.iso.datetime().nullable().meta({ description: 'The same of the new time' }),
        }),
      )
      .meta({ description: 'How the time was moved at which it closes, the first one first' }),
    closed: z.object({ at: z.iso.datetime(), by: person }).nullable(),
  })
  .meta({ id: 'PollHistory' });

export type PollHistory = z.infer<typeof pollHistory>;

/** Which polls of a room. */
export const roomPollWindow = z.strictObject({
  state: z.enum(POLL_STATES).default('all').meta({ description: 'Only those that are open, or closed' }),
  after: number.default(0).meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  locale: locale.optional(),
});

export type RoomPollWindow = z.output<typeof roomPollWindow>;

export const roomPollList = z.object({
  polls: z.array(pollView).meta({ description: 'Open ones first, the one that closes first first' }),
  next: z.number().int().nullable().meta({ description: 'Where the next page begins' }),
});
