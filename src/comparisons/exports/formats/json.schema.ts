import { z } from 'zod';
import { EVIDENCE_STANDINGS, RELATIONS } from '../../../evidence/relation';
import { TRANSLATION_STATUSES } from '../../../core/database/translation';
import { CONFIDENCES, FLAGS, QUESTION_KINDS, STANDINGS, UNITS } from '../../comparison-facts';

const described = <Schema extends z.ZodType>(schema: Schema, description: string): Schema =>
  schema.meta({ description });
const text = (description: string) => described(z.string(), description);
const perhaps = (description: string) => described(z.string().nullable(), description);
const date = (description: string) => described(z.string().nullable(), `${description}, ISO 8601`);

const words = (description: string) =>
  described(
    z.object({
      text: text('As it was written'),
      locale: text('Language in which it was written, BCP 47'),
      revision: described(z.number().int(), 'How often it has been written'),
      translations: described(
        z.array(
          z.object({
            locale: text('Language, BCP 47'),
            text: text('The translation'),
            status: described(z.enum(TRANSLATION_STATUSES), 'How far it has been checked'),
            outdated: described(z.boolean(), 'Whether the original has changed since'),
            by: perhaps('Who translated it; a machine by its name'),
          }),
        ),
        'Translations',
      ),
    }),
    description,
  );
const perhapsWords = (description: string) => words(description).nullable();

const count = (whose: string) =>
  perhaps(`${whose}, a decimal number; \`suppressed\` where it would tell of one to four persons`);

const country = z.object({
  code: text('ISO 3166-1 alpha-2, or a code of Eurostat for several countries together'),
  platform: perhaps('Address name of the platform that stands behind its answers'),
  summary: perhapsWords('In short'),
  strengths: perhapsWords('Strengths'),
  gaps: perhapsWords('Gaps'),
});

const dimension = z.object({
  code: text('D1 and so on'),
  title: words('Title'),
  description: perhapsWords('What belongs to it'),
  synthesis: described(
    z
      .object({
        alike: perhapsWords('What is alike'),
        different: perhapsWords('What differs'),
        reasons: perhapsWords('Why'),
      })
      .nullable(),
    'What was concluded from the answers of all',
  ),
});

const question = z.object({
  dimension: text('Code of its dimension'),
  code: text('D1.1 and so on'),
  kind: described(z.enum(QUESTION_KINDS), 'What can be answered'),
  question: words('The question, or the statement'),
  help: perhapsWords('What is meant'),
  anchors: described(z.record(z.string(), words('Words for the score')), 'By score: 0, 3, 5, 8, 10'),
  options: described(z.array(z.object({ code: text('Code'), label: words('Label') })), 'Categories'),
  several: described(z.boolean(), 'Whether several categories may be true'),
  unit: described(z.enum(UNITS).nullable(), 'Unit, SDMX'),
  unitMultiplier: described(z.number().int(), 'Power of ten of the unit'),
  decimals: described(z.number().int(), 'Decimals that are shown'),
  bySex: described(z.boolean(), 'Whether women and men are counted apart'),
});

const spread = z.object({
  count: described(z.number().int(), 'How many scored'),
  minimum: described(z.number(), 'The lowest score'),
  lower: described(z.number(), 'Lower quartile'),
  median: described(z.number(), 'The middle score'),
  upper: described(z.number(), 'Upper quartile'),
  maximum: described(z.number(), 'The highest score'),
});

const source = z.object({
  title: text('Title'),
  locale: text('Language of the title'),
  publisher: perhaps('Who published it'),
  address: perhaps('Where it is'),
  published: perhaps('When it was published'),
  readOn: text('When it was read, ISO 8601'),
});

const evidence = z.object({
  relation: described(z.enum(RELATIONS), 'How the answer comes from it'),
  kind: text('What it is: a `source`, or a kind of text of this hub'),
  standing: described(z.enum(EVIDENCE_STANDINGS), 'Whether it still stands as it was cited'),
  source: described(source.nullable(), 'What is cited from elsewhere'),
});

const answer = z.object({
  question: text('Code of the question'),
  country: text('Code of the country'),
  period: text('ISO 8601 or SDMX; empty: of no period'),
  standing: described(z.enum(STANDINGS), 'A value, not known, or not applicable'),
  number: count('Of everybody'),
  women: count('Women'),
  men: count('Men'),
  notStated: count('Of whom it is not stated'),
  score: perhaps('0 to 10, as the platform has it; that of a group is the median of its respondents'),
  options: described(z.array(z.string()), 'Codes of categories'),
  text: perhapsWords('In words'),
  note: perhapsWords('What must be known about it'),
  confidence: described(z.enum(CONFIDENCES).nullable(), 'How sure the platform is'),
  flags: described(z.array(z.enum(FLAGS)), 'Flags of Eurostat'),
  validOn: date('When it was held to be true'),
  respondents: described(spread.nullable(), 'Scores of its respondents, where there are three and more'),
  groups: described(
    z.array(spread.extend({ group: text('Stakeholder group') })),
    'The same by stakeholder group, where there are three and more of each',
  ),
  version: described(z.number().int(), 'How often it was signed off'),
  evidence: described(z.array(evidence), 'What it rests on'),
});

/** A published version of a comparison, as programs read it. */
export const publishedComparisonSchema = z
  .object({
    slug: text('Name of its address'),
    version: described(z.number().int(), 'Number of the version'),
    publishedOn: date('When it was published'),
    note: described(
      z.object({ text: text('What it changes'), locale: text('Language, BCP 47') }).nullable(),
      'What this version changes',
    ),
    period: perhaps('What time it speaks of'),
    licence: text('Under which it may be used'),
    doi: perhaps('Digital object identifier'),
    address: text('Where this version stands for ever'),
    partnership: z.object({
      slug: text('Name of its address'),
      name: text('Name'),
      acronym: perhaps('Short name'),
    }),
    funding: perhaps('In the wording of the grant'),
    title: words('Title'),
    summary: perhapsWords('In short'),
    countries: described(z.array(country), 'In protocol order'),
    dimensions: described(z.array(dimension), 'Dimensions'),
    questions: described(z.array(question), 'Questions'),
    answers: described(z.array(answer), 'Answers, one for each country, question and period'),
  })
  .meta({ id: 'PublishedComparison' });
export type PublishedComparison = z.output<typeof publishedComparisonSchema>;
