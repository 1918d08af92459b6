import { z } from 'zod';
import { renderedText } from '../../../core/http/rendered.schema';
import { EVIDENCE_STANDINGS } from '../../../evidence/relation';
import { ANSWER_STATES, STANDINGS } from '../../comparison-facts';
import { askedView } from '../work/answer-view.schema';

const decimal = z.string().nullable().meta({ description: 'Decimal string, in the unit of the question' });

const given = z
  .object({
    id: z.guid(),
    period: z.string().meta({ description: 'ISO 8601 or SDMX; empty: of no period' }),
    standing: z.enum(STANDINGS),
    number: decimal,
    women: decimal,
    men: decimal,
    notStated: decimal,
    score: decimal,
    options: z.array(z.string()).meta({ description: 'Codes' }),
    text: z.string().nullable().meta({ description: 'As it was written' }),
    locale: z.string().meta({ description: 'Language of the text' }),
    state: z.enum(ANSWER_STATES).meta({ description: 'Where it is on its way' }),
    evidenceStanding: z
      .enum(EVIDENCE_STANDINGS)
      .meta({ description: 'The worst that happened to anything that it rests on' }),
  })
  .meta({ id: 'GivenAnswer' });
export type GivenAnswer = z.output<typeof given>;

/** All that a country is asked, with what it has answered. */
export const questionnaireView = z
  .object({
    comparison: z.object({ slug: z.string(), title: renderedText }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    platform: z
      .object({ slug: z.string(), name: z.string(), locale: z.string() })
      .nullable()
      .meta({ description: 'Who answers for it' }),
    questions: z.array(
      z.object({ question: askedView, answers: z.array(given).meta({ description: 'One per period' }) }),
    ),
    answered: z.int().meta({ description: 'How many questions have an answer' }),
    may: z.boolean().meta({ description: 'You may answer for this country' }),
  })
  .meta({ id: 'Questionnaire' });
export type QuestionnaireView = z.output<typeof questionnaireView>;
