import { z } from 'zod';
import { LOCALES } from '../../core/i18n/locales';
import { RATINGS, STATES } from '../practice-facts';
import { CRITERIA, JUDGED_GATES } from '../reviews/verdict';
import { BALLS } from './ball';
import { CHECKS } from './check';

const told = <Names extends readonly string[], Schema extends z.ZodType>(names: Names, schema: Schema) =>
  z.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<Names[number], Schema>);

const mean = z.number().meta({ description: 'From 0 to 4' });

export const verdictView = z
  .object({
    rating: z.enum(RATINGS).nullable().meta({ description: 'null: declined' }),
    mean: mean.meta({ description: 'Weighted mean, from 0 to 4' }),
    means: told(CRITERIA, mean),
    gates: told([...JUDGED_GATES, 'time'] as const, z.boolean()).meta({
      description: 'Whether it may be published at all',
    }),
    reviewers: z.number().int().meta({ description: 'How many have judged it' }),
  })
  .meta({ id: 'PracticeVerdict' });

const reviewView = z
  .object({
    id: z.guid(),
    country: z.string().meta({ description: 'Country that she judges from, ISO 3166-1 alpha-2' }),
    state: z
      .enum(['invited', 'accepted', 'scored', 'declined', 'conflict', 'released'])
      .meta({ description: 'Whether she was asked, has accepted, has judged, or is out' }),
    name: z.string().nullable().meta({ description: 'Only for those who find reviewers, and for herself' }),
    own: z.boolean().meta({ description: 'It is yours' }),
    interest: z
      .string()
      .nullable()
      .meta({ description: 'The interest that she has declared, for those who find reviewers' }),
    scores: told(CRITERIA, z.number().int()).nullable().meta({ description: 'When all have judged' }),
    gates: told(JUDGED_GATES, z.boolean()).nullable().meta({ description: 'When all have judged' }),
    comment: z
      .string()
      .nullable()
      .meta({ description: 'When all have judged, for those who work on the case' }),
    locale: z.enum(LOCALES).nullable().meta({ description: 'Language of the comment' }),
  })
  .meta({ id: 'PracticeReview' });

const moveView = z
  .object({
    from: z.enum(STATES),
    to: z.enum(STATES),
    at: z.iso.datetime(),
    by: z.string().nullable().meta({ description: 'Who did so; null for visitors, and for the hub itself' }),
    reason: z.string().nullable().meta({ description: 'Why' }),
    locale: z.enum(LOCALES).nullable().meta({ description: 'Language of the reason' }),
    checks: told(CHECKS, z.boolean()).nullable().meta({ description: 'What the host found in order' }),
  })
  .meta({ id: 'PracticeMove' });

export const standingView = z
  .object({
    slug: z.string().meta({ description: 'Name of its address' }),
    title: z.string(),
    partnershipId: z.guid().meta({ description: 'The partnership that it belongs to' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that the case is written in' }),
    state: z.enum(STATES).meta({ description: 'Where it stands' }),
    since: z.iso.datetime().meta({ description: 'Since when' }),
    ball: z
      .object({
        who: z.enum(BALLS).meta({ description: 'Whose move it is' }),
        names: z.array(z.string()).meta({ description: 'Their names, for people who are signed in' }),
      })
      .meta({ description: 'Who has the ball' }),
    version: z.number().int().meta({ description: 'The frozen version that stands; 0: none' }),
    versions: z.array(
      z.object({
        version: z.number().int(),
        frozenAt: z.iso.datetime(),
        note: z.string().nullable().meta({ description: 'What was new in it' }),
      }),
    ),
    publishedAt: z.iso.datetime().nullable(),
    checkedAt: z
      .string()
      .nullable()
      .meta({ description: 'When it was last held to be true, year-month-day' }),
    nextReviewAt: z.string().nullable().meta({ description: 'When that is asked again' }),
    verdict: verdictView.nullable(),
    needed: z.number().int().meta({ description: 'Reviewers that it needs: a third one when two disagree' }),
    reviews: z.array(reviewView),
    moves: z.array(moveView).meta({ description: 'Where it has been and why, the newest first' }),
    can: z
      .object({
        ...{ edit: z.boolean(), submit: z.boolean(), check: z.boolean(), invite: z.boolean() },
        ...{ volunteer: z.boolean(), answer: z.boolean(), judge: z.boolean(), take: z.boolean() },
        ...{ freeze: z.boolean(), publish: z.boolean(), reopen: z.boolean(), withdraw: z.boolean() },
      })
      .meta({ description: 'What you may do with it now' }),
  })
  .meta({ id: 'PracticeStanding' });

export type StandingView = z.infer<typeof standingView>;
export type ReviewView = z.infer<typeof reviewView>;
export type VerdictView = z.infer<typeof verdictView>;
