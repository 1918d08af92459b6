import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Forbidden } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { isLocale } from '../../core/i18n/locales';
import { languagesOf } from '../glossary.pages';
import { conceptPath } from '../reading/concept-paths';
import { GlossaryReading } from '../reading/glossary-reading.service';
import { changedTerm, newTerm, removedTerm } from '../terms/term.schema';
import { Terms } from '../terms/terms.service';
import { crumbsTo } from './concept-editing.pages';
import { EditTerm, NewTerm } from './term-editing';

/** Adding, changing and removing the words of a concept. */
@SignedIn()
@Controller(':locale/glossary/:slug/terms')
export class TermEditingPages {
  constructor(
    private readonly terms: Terms,
    private readonly reading: GlossaryReading,
  ) {}

  @Get('new')
  async new(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query('locale') wanted: unknown,
  ) {
    const locale = isLocale(wanted) ? wanted : reader.language.locale;
    return this.newPage(reader, slug, freshForm({ locale, standing: 'accepted', confidence: 'medium' }));
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newTerm, body, (input) => this.terms.add(reader.actor, slug, input));
    if (!answer.done) return this.newPage(reader, slug, answer.form);
    return seeOther(`${conceptPath(slug)}#term-${answer.result}`, 'glossary:notice.term_added');
  }

  @Get(':id')
  async editing(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    const { term } = await this.terms.editable(reader.actor, slug, id);
    const { word, standing, confidence, partOfSpeech, gender, note, sources, revision } = term;
    const values = { word, standing, confidence, partOfSpeech: partOfSpeech ?? '', gender: gender ?? '' };
    const others = { note: note ?? '', sources: sources.join('\n'), revision: String(revision) };
    return this.editPage(reader, slug, id, freshForm({ ...values, ...others }));
  }

  @Post(':id')
  async change(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(changedTerm, body, (input) =>
      this.terms.change(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.editPage(reader, slug, id, answer.form);
    return seeOther(`${conceptPath(slug)}#term-${id}`, 'glossary:notice.saved');
  }

  @Post(':id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(removedTerm, body, ({ revision }) =>
      this.terms.remove(reader.actor, slug, id, revision),
    );
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(conceptPath(slug), 'glossary:notice.term_removed');
  }

  private async newPage(reader: Reader, slug: string, state: FormState) {
    const concept = await this.reading.one(reader, slug);
    const locales = languagesOf(reader, concept);
    if (locales.length === 0) throw new Forbidden();
    return page({
      title: reader.language.t('glossary:term.new'),
      section: 'glossary',
      crumbs: crumbsTo(reader, concept),
      body: <NewTerm slug={slug} locales={locales} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }

  private async editPage(reader: Reader, slug: string, id: string, state: FormState) {
    const { term } = await this.terms.editable(reader.actor, slug, id);
    const concept = await this.reading.one(reader, slug);
    return page({
      title: reader.language.t('glossary:term.title'),
      section: 'glossary',
      crumbs: crumbsTo(reader, concept),
      body: <EditTerm slug={slug} term={term} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}
