import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../../core/access/marks';
import { Forbidden } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import { freshForm, type FormState } from '../../../core/http/form';
import { page, seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonAccess } from '../../comparison.access';
import { editingPath } from '../comparison-paths';
import { ComparisonEditing } from '../facts/comparison-editing.service';
import { comparisonChanges, comparisonStatus, newComparison } from '../facts/comparison.schema';
import { ComparisonEditingFrame, type RefusedForm } from './editing-frame.service';
import { FactsEditing } from './facts-editing';
import { NewComparisonForm } from './new-comparison';

/** How a comparison begins, what is said of the whole, and how it stands. */
@SignedIn()
@Controller(':locale/comparisons')
export class ComparisonEditingPages {
  constructor(
    private readonly editing: ComparisonEditing,
    private readonly access: ComparisonAccess,
    private readonly frame: ComparisonEditingFrame,
  ) {}

  @Get('new')
  new(@CurrentReader() reader: Reader) {
    return this.newPage(reader, freshForm({ locale: reader.language.locale, template: 'true' }));
  }

  @Post('new')
  async begin(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(newComparison, body, (input) => this.editing.begin(reader.actor, input));
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(editingPath(answer.result.slug, 'structure'), 'comparisons:notice.begun');
  }

  @Get(':slug/edit')
  facts(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post(':slug/edit')
  async save(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(comparisonChanges, body, (input) =>
      this.editing.edit(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'facts', state: answer.form });
    return seeOther(editingPath(slug, 'facts'), 'comparisons:notice.saved');
  }

  @Post(':slug/edit/status')
  async turn(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(comparisonStatus, body, ({ status }) =>
      this.editing.turn(reader.actor, slug, status),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'status', state: answer.form });
    return seeOther(editingPath(slug, 'facts'), 'comparisons:notice.turned');
  }

  private async newPage({ actor, language }: Reader, state: FormState) {
    const choices = await this.editing.choices(actor);
    if (choices.length === 0) throw new Forbidden('comparisons:refusal.no_partnership');
    return page({
      title: language.t('comparisons:new.title'),
      section: 'comparisons',
      body: <NewComparisonForm state={state} choices={choices} />,
      hidden: true,
      ...(state.refusal && { status: state.refusal.status }),
    });
  }

  /** Also of a closed one: it can be opened again. */
  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const comparison = await this.access.to(reader.actor, 'publish', slug);
    const body = <FactsEditing comparison={comparison} {...(refused && { refused })} />;
    return this.frame.page(reader, {
      ...{ comparison, tab: 'facts', body },
      ...(refused && { refused: refused.state }),
    });
  }
}
