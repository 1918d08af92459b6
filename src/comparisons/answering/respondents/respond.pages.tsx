import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../../core/access/marks';
import { NotFound } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import type { FormState } from '../../../core/http/form';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { respondPath } from '../answer-paths';
import { AnsweringFrame } from '../answering-frame.service';
import { addressedCode, addressedCountry } from '../value/answer.schema';
import { fieldOf, respondForm } from './respond-form';
import { RespondDimensionPage, RespondPage } from './respond-page';
import type { ResponsesView } from './responses.schema';
import { Responses } from './responses.service';

const slugOf = { schema: slugSchema };
const countryOf = { schema: addressedCountry };
const codeOf = { schema: addressedCode };

/** What members of a platform are asked, one dimension on a page; each page is saved by itself. */
@SignedIn()
@Controller(':locale/comparisons/:slug/respond/:country')
export class RespondPages {
  constructor(
    private readonly responses: Responses,
    private readonly frame: AnsweringFrame,
  ) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
  ) {
    const of = await this.responses.own(reader.actor, slug, country, reader.locales);
    const title = reader.language.t('comparisons:respond.title');
    return this.frame.page(reader, { title, slug, body: <RespondPage of={of} /> });
  }

  @Get(':dimension')
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Param('dimension', codeOf) code: string,
  ) {
    const of = await this.responses.own(reader.actor, slug, country, reader.locales);
    return this.page(reader, of, code);
  }

  @Post(':dimension')
  async save(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Param('dimension', codeOf) code: string,
    @Body() body: unknown,
  ) {
    const of = await this.responses.own(reader.actor, slug, country, reader.locales);
    const dimension = dimensionIn(of, code);
    const answer = await attempt(respondForm(dimension), body, (input) =>
      this.responses.give(reader.actor, slug, country, input),
    );
    if (!answer.done) {
      const { values, problems } = answer.form;
      const placed = problems.map((each) => ({ ...each, path: fieldOf(dimension, values, each.path) }));
      return this.page(reader, of, code, { ...answer.form, problems: placed });
    }
    const next = of.dimensions[of.dimensions.indexOf(dimension) + 1];
    return seeOther(respondPath(slug, country, next?.code), 'comparisons:notice.saved');
  }

  private page(reader: Reader, of: ResponsesView, code: string, refused?: FormState) {
    const { slug } = of.comparison;
    const dimension = dimensionIn(of, code);
    return this.frame.page(reader, {
      ...{ title: dimension.title.text, slug },
      below: [{ label: reader.language.t('comparisons:respond.title'), path: respondPath(slug, of.country) }],
      body: <RespondDimensionPage of={of} dimension={dimension} {...(refused && { refused })} />,
      ...(refused && { refused }),
    });
  }
}

/** @throws NotFound */
function dimensionIn({ dimensions }: ResponsesView, code: string) {
  const found = dimensions.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (!found) throw new NotFound();
  return found;
}
