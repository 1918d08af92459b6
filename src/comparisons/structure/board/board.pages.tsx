import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import type { FormState } from '../../../core/http/form';
import { page, seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { FundingNotices } from '../../../partnerships/funding/funding-notices.service';
import { ComparisonAccess } from '../../comparison.access';
import { comparisonPolicy } from '../../comparison.policy';
import { ComparisonStructure } from '../asking/comparison-structure.service';
import { boardPath } from '../comparison-paths';
import { ComparedCountries } from '../countries/compared-countries.service';
import { mayAnswer } from '../import/may-answer';
import { ComparisonSteps } from '../steps/comparison-steps.service';
import { stepCountry, stepDone, stepName } from '../steps/step.schema';
import type { Step } from '../steps/steps';
import { BoardPage } from './board-page';
import { ComparisonBoard } from './comparison-board.service';

const finished = stepDone.extend({ country: stepCountry });

/** How far a comparison has come, for all who work on it. */
@SignedIn()
@Controller(':locale/comparisons/:slug/board')
export class ComparisonBoardPages {
  constructor(
    private readonly board: ComparisonBoard,
    private readonly steps: ComparisonSteps,
    private readonly structure: ComparisonStructure,
    private readonly access: ComparisonAccess,
    private readonly countries: ComparedCountries,
    private readonly notices: FundingNotices,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post('steps/:step')
  async finish(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('step', { schema: stepName }) step: Step,
    @Body() body: unknown,
  ) {
    const answer = await attempt(finished, body, ({ country, done }) =>
      this.steps.finish(reader.actor, slug, { step, country }, done),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(`${boardPath(slug)}#steps`, 'comparisons:notice.step');
  }

  private async page({ actor, language, locales }: Reader, slug: string, refused?: FormState) {
    const comparison = await this.access.toWork(actor, slug);
    const { id, partnership } = comparison;
    const [board, steps, dimensions, countries, funding] = await Promise.all([
      this.board.of(id),
      this.steps.of(id),
      this.structure.dimensionsOf(id, locales),
      this.countries.of(id),
      this.notices.of([partnership.id], locales),
    ]);
    const edits = comparisonPolicy.may(actor, 'edit', comparison);
    const mine = new Set(steps.filter(({ owner }) => edits || actor.is(owner?.id)));
    const discussed = new Set(countries.filter(({ platform }) => platform).map(({ code }) => code));
    const imports = new Set(
      countries
        .filter(({ platform }) => mayAnswer(actor, comparison, platform?.id ?? null))
        .map(({ code }) => code),
    );
    const shown = {
      comparison,
      rows: board.rows,
      steps,
      dimensions,
      locales,
      edits,
      mine,
      imports,
      discussed,
    };
    return page({
      title: `${language.t('comparisons:board.title')} – ${comparison.title}`,
      section: 'comparisons',
      crumbs: [
        {
          label: partnership.acronym ?? partnership.name,
          path: `/partnerships/${partnership.slug}`,
          lang: partnership.locale,
        },
      ],
      accent: partnership.accent,
      funding: [...funding.values()],
      body: <BoardPage {...shown} {...(refused && { refused })} />,
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}
