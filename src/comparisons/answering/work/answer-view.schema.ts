import { z } from 'zod';
import { renderedText } from '../../../core/http/rendered.schema';
import { LOCALES } from '../../../core/i18n/locales';
import { evidenceView } from '../../../evidence/evidence.schema';
import { EVIDENCE_STANDINGS } from '../../../evidence/relation';
import { ANSWER_STATES, CONFIDENCES, FLAGS, QUESTION_KINDS, STANDINGS, UNITS } from '../../comparison-facts';
import { CHECKS } from '../workflow/workflow.schema';
import { BALLS } from './ball';

const id = z.guid();
const moment = z.iso.datetime();
const own = z.enum(LOCALES);
const decimal = z.string().nullable().meta({ description: 'Decimal string, in the unit of the question' });

/** One question as it is put to those who answer. */
export const askedView = z
  .object({
    id,
    code: z.string().meta({ description: 'D1.1 and so on' }),
    dimension: z.object({ code: z.string(), title: renderedText }).meta({ description: 'Where it belongs' }),
    kind: z.enum(QUESTION_KINDS).meta({ description: 'What is asked for' }),
    question: renderedText,
    help: renderedText.nullable(),
    anchors: z
      .array(z.object({ score: z.string(), text: renderedText }))
      .meta({ description: 'What scores of a statement mean' }),
    options: z
      .array(z.object({ code: z.string(), label: renderedText }))
      .meta({ description: 'What can be chosen' }),
    several: z.boolean().meta({ description: 'More than one can be chosen' }),
    unit: z.enum(UNITS).nullable().meta({ description: 'Code of SDMX or ISO 4217' }),
    unitMultiplier: z.int().meta({ description: 'Power of ten: 0, 3 or 6' }),
    decimals: z.int().meta({ description: 'Places after the decimal point at most' }),
    bySex: z.boolean().meta({ description: 'Asked for women, men and not stated' }),
  })
  .meta({ id: 'AskedQuestion' });
export type AskedView = z.output<typeof askedView>;

const moveView = z
  .object({
    from: z.enum(ANSWER_STATES),
    to: z.enum(ANSWER_STATES),
    at: moment,
    by: z.string().nullable().meta({ description: 'Who moved it; null for the hub itself' }),
    reason: z.string().nullable().meta({ description: 'Why' }),
    locale: own.nullable().meta({ description: 'Language of the reason' }),
  })
  .meta({ id: 'AnswerMove' });

const commentView = z
  .object({
    id,
    text: z.string(),
    locale: own.meta({ description: 'Language of the comment' }),
    by: z.string().nullable().meta({ description: 'Who commented' }),
    at: moment,
    earlier: z.boolean().meta({ description: 'The answer has been changed since' }),
  })
  .meta({ id: 'AnswerComment' });

const verdict = z.object({
  yes: z.boolean(),
  remark: z.string().nullable().meta({ description: 'Why not' }),
});

const checkView = z
  .object({
    id,
    version: z.int().meta({ description: 'The signed version that was looked at' }),
    country: z.string().meta({ description: 'The country that looked at it' }),
    ...(Object.fromEntries(CHECKS.map((name) => [name, verdict])) as Record<
      (typeof CHECKS)[number],
      typeof verdict
    >),
    locale: own.meta({ description: 'Language of the remarks' }),
    by: z.string().nullable(),
    at: moment,
  })
  .meta({ id: 'AnswerPeerCheck' });

export const LACKING = ['value', 'text', 'confidence', 'validOn', 'evidence', 'reason'] as const;

const spread = z
  .object({
    count: z.int(),
    minimum: z.number(),
    lower: z.number(),
    median: z.number(),
    upper: z.number(),
    maximum: z.number(),
  })
  .meta({ id: 'Spread' });

const groupResultView = z
  .object({
    scored: z.int().meta({ description: 'How many gave a score' }),
    unknown: z.int().meta({ description: 'How many did not know' }),
    notApplicable: z.int().meta({ description: 'To how many it did not apply' }),
    spread: spread.nullable().meta({ description: 'null: fewer than three gave a score' }),
    groups: z
      .array(spread.extend({ group: z.string() }).meta({ id: 'GroupSpread' }))
      .meta({ description: 'By stakeholder group, only where nobody could be recognised' }),
  })
  .meta({ id: 'GroupResult' });

/** An answer as those see it who work on it. */
export const answerView = z
  .object({
    id,
    comparison: z.object({ slug: z.string(), title: renderedText }),
    question: askedView,
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    platform: z
      .object({ slug: z.string(), name: z.string(), locale: own })
      .nullable()
      .meta({ description: 'Who stands behind it; null: taken from sources alone' }),
    period: z.string().meta({ description: 'ISO 8601 or SDMX; empty: of no period' }),
    standing: z
      .enum(STANDINGS)
      .meta({ description: 'Don’t know and not applicable are no value, and not 0' }),
    number: decimal,
    women: decimal,
    men: decimal,
    notStated: decimal,
    score: decimal,
    options: z.array(z.string()).meta({ description: 'Codes' }),
    text: renderedText.nullable(),
    note: renderedText.nullable(),
    original: z
      .object({ text: z.string().nullable(), note: z.string().nullable() })
      .meta({ description: 'As it was written' }),
    locale: own.meta({ description: 'Language that it is written in' }),
    confidence: z.enum(CONFIDENCES).nullable(),
    flags: z.array(z.enum(FLAGS)).meta({ description: 'Letters of Eurostat' }),
    validOn: z.string().nullable().meta({ description: 'When it was held to be true' }),
    revision: z.int().meta({ description: 'Send it back with a change' }),
    version: z.int().meta({ description: 'How often it was signed off' }),
    publishedVersion: z.int().meta({ description: 'The version that everyone reads; 0: none' }),
    state: z.enum(ANSWER_STATES),
    since: moment.meta({ description: 'Since when it stands there' }),
    commentsUntil: z
      .string()
      .nullable()
      .meta({ description: 'Members may comment until the end of that day' }),
    ball: z.enum(BALLS).meta({ description: 'Whose move it is' }),
    owner: z.object({ id, name: z.string() }).nullable().meta({ description: 'Who sees to it' }),
    lacking: z
      .array(z.enum(LACKING))
      .meta({ description: 'What it lacks before its platform can sign it off' }),
    groupResult: groupResultView
      .nullable()
      .meta({ description: 'What members responded together; before signing off only for its platform' }),
    evidence: z.array(evidenceView).meta({ description: 'What it rests on' }),
    evidenceStanding: z
      .enum(EVIDENCE_STANDINGS)
      .meta({ description: 'The worst that happened to anything that it rests on' }),
    comments: z.array(commentView),
    checks: z.array(checkView).meta({ description: 'What other countries found' }),
    moves: z.array(moveView).meta({ description: 'Where it has been and why' }),
    can: z.record(z.string(), z.boolean()).meta({ description: 'What you can do with it now' }),
  })
  .meta({ id: 'ComparisonAnswer' });
export type AnswerView = z.output<typeof answerView>;
