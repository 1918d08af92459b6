import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../../core/access/marks';
import { NotFound } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import type { FormState } from '../../../core/http/form';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { answerPath, beginPath, workPath } from '../answer-paths';
import { AnsweringFrame, placeName } from '../answering-frame.service';
import { addressedCode, addressedCountry } from '../value/answer.schema';
import { NewAnswerPage } from '../writing/answer-form-page';
import { newAnswerForm, thenIn } from '../writing/answer-form.schema';
import { Answers } from '../writing/answers.service';
import { nextUnanswered, QuestionnairePage } from './questionnaire-page';
import type { QuestionnaireView } from './questionnaire.schema';
import { Questionnaires } from './questionnaires.service';

const slugOf = { schema: slugSchema };
const countryOf = { schema: addressedCountry };
const codeOf = { schema: addressedCode };

/** The questions of a country, one after the other. */
@SignedIn()
@Controller(':locale/comparisons/:slug/work/:country')
export class QuestionnairePages {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly answers: Answers,
    private readonly frame: AnsweringFrame,
  ) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
  ) {
    const of = await this.of(reader, slug, country);
    const title = `${placeName(reader.language, of.country)} – ${of.comparison.title.text}`;
    return this.frame.page(reader, { title, slug, body: <QuestionnairePage of={of} /> });
  }

  @Get(':code')
  async begin(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Param('code', codeOf) code: string,
  ) {
    const of = await this.of(reader, slug, country);
    return this.page(reader, of, code);
  }

  @Post(':code')
  async save(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Param('code', codeOf) code: string,
    @Body() body: unknown,
  ) {
    const of = await this.of(reader, slug, country);
    const question = questionIn(of, code);
    const place = { question: question.code, country: of.country };
    const answer = await attempt(newAnswerForm(question, reader.language, place), body, (input) =>
      this.answers.begin(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, of, code, answer.form);
    if (thenIn(body) === 'answer') return seeOther(answerPath(answer.result), 'comparisons:notice.saved');
    return seeOther(await this.nextOf(reader, of, question.id), 'comparisons:notice.saved');
  }

  private async nextOf(reader: Reader, { comparison, country }: QuestionnaireView, after: string) {
    const next = nextUnanswered(await this.of(reader, comparison.slug, country), after);
    return next ? beginPath(comparison.slug, country, next.code) : workPath(comparison.slug, country);
  }

  private of({ actor, locales }: Reader, slug: string, country: string) {
    return this.questionnaires.of(actor, slug, country, locales);
  }

  private async page(reader: Reader, of: QuestionnaireView, code: string, refused?: FormState) {
    const question = questionIn(of, code);
    if (!of.may) throw new NotFound();
    const { country, comparison } = of;
    const shown = { slug: comparison.slug, country, question, ...(refused && { refused }) };
    return this.frame.page(reader, {
      ...{ title: question.question.text, slug: comparison.slug, country },
      body: <NewAnswerPage {...shown} />,
      ...(refused && { refused }),
    });
  }
}

/** @throws NotFound */
function questionIn({ questions }: QuestionnaireView, code: string) {
  const found = questions.find(({ question }) => question.code.toLowerCase() === code.toLowerCase());
  if (!found) throw new NotFound();
  return found.question;
}
