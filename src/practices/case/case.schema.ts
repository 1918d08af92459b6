import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { LOCALES } from '../../core/i18n/locales';
import { ORGANISATION_TYPES } from '../../directory/organisation.entity';
import { THEMES } from '../../directory/themes';
import { fileView } from '../../files/file.schema';
import {
  COOPERATIONS,
  LEVELS,
  LINK_KINDS,
  MONEY_SOURCES,
  OWNER_ROLES,
  PARTS,
  RATINGS,
  STATES,
} from '../practice-facts';
import { LIMITS, type PracticeString } from '../practice-strings';
import { verdictView } from '../workflow/standing.schema';

const day = z.string().nullable().meta({ description: 'Calendar date, year-month-day' });
const texts = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, renderedText.nullable()]),
) as Record<PracticeString, z.ZodNullable<typeof renderedText>>;

export const usedElsewhere = z.object({
  id: z.guid(),
  country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
  place: z.string().meta({ description: 'Where' }),
  year: z.number().int().meta({ description: 'When' }),
  name: z.string().meta({ description: 'Who used it, as it calls itself' }),
  result: renderedText.meta({ description: 'What came out of it' }),
  awaits: z.boolean().meta({ description: 'Nobody of the practice has confirmed it yet' }),
});

export const practiceView = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    short: z.string().meta({ description: 'The address that is printed' }),
    texts: z.object(texts).meta({ description: 'What is written, in the language chosen for the reader' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that it was written in' }),
    state: z.enum(STATES).meta({ description: 'Where it stands' }),
    planned: z.boolean().meta({ description: 'From a plan: its results are not yet documented' }),
    rating: z.enum(RATINGS).nullable().meta({ description: 'What the reviewers made of it' }),
    verdict: verdictView.nullable(),
    version: z.number().int().meta({ description: 'The frozen version that stands; 0: none yet' }),
    publishedAt: z.iso.datetime().nullable(),
    checkedAt: day,
    nextReviewAt: day,
    withdrawn: z
      .object({
        at: z.iso.datetime(),
        reason: z.string().nullable(),
        locale: z.enum(LOCALES).nullable().meta({ description: 'Language of the reason' }),
      })
      .nullable(),
    partnership: z.object({ id: z.guid(), slug: z.string(), name: z.string(), lang: z.enum(LOCALES) }),
    owner: z
      .object({ name: z.string(), lang: z.enum(LOCALES), slug: z.string() })
      .nullable()
      .meta({ description: 'The organisation whose practice it is' }),
    ownerRole: z.enum(OWNER_ROLES).nullable(),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2' }),
    nuts: z.string().nullable().meta({ description: 'NUTS code' }),
    region: z.string().nullable(),
    municipality: z.string().nullable(),
    level: z.enum(LEVELS).nullable(),
    themes: z.array(z.enum(THEMES)),
    cooperations: z.array(z.enum(COOPERATIONS)),
    startsOn: day,
    endsOn: day,
    ongoing: z.boolean(),
    yearsInPlace: z.number().int().nullable().meta({ description: 'Full years until today or its end' }),
    money: z.object({
      currency: z.string().nullable().meta({ description: 'ISO 4217' }),
      year: z.number().int().nullable().meta({ description: 'Of the prices' }),
      setup: z.string().nullable().meta({ description: 'Decimal string' }),
      running: z.string().nullable().meta({ description: 'Decimal string' }),
      setupFte: z.string().nullable().meta({ description: 'Full-time equivalents' }),
      runningFte: z.string().nullable().meta({ description: 'Full-time equivalents' }),
      sources: z.array(z.enum(MONEY_SOURCES)),
    }),
    quotedPerson: z.string().nullable().meta({ description: 'Who agreed to be quoted' }),
    contact: z.string().nullable().meta({ description: 'Mailbox of the organisation' }),
    licence: z.string(),
    actors: z.array(
      z.object({
        name: z.string(),
        type: z.enum(ORGANISATION_TYPES).nullable(),
        part: z.enum(PARTS),
        role: renderedText,
      }),
    ),
    results: z.array(
      z.object({
        indicator: renderedText,
        unit: renderedText,
        method: renderedText,
        value: z.string().meta({ description: 'Decimal string' }),
        periodFrom: z.string(),
        periodTo: z.string(),
        persons: z.boolean(),
        women: z.number().int().nullable(),
        men: z.number().int().nullable(),
        notStated: z.number().int().nullable(),
        source: z.string().nullable(),
        counterfactual: z.boolean(),
      }),
    ),
    links: z.array(
      z.object({
        kind: z.enum(LINK_KINDS),
        address: z.string(),
        label: renderedText,
        language: z.string(),
        accessible: z.boolean(),
      }),
    ),
    pictures: z.array(fileView),
    usedElsewhere: z.array(usedElsewhere).meta({ description: 'Grows after publication' }),
    useful: z.object({
      count: z.number().int().meta({ description: 'Readers who said that it is useful for them' }),
      own: z.boolean().meta({ description: 'You are one of them' }),
    }),
    can: z
      .object({ thank: z.boolean(), tell: z.boolean(), confirm: z.boolean() })
      .meta({ description: 'What you may say of it' }),
  })
  .meta({ id: 'Practice' });

export type PracticeView = z.infer<typeof practiceView>;
export type UsedElsewhere = z.infer<typeof usedElsewhere>;
