import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { ConceptAccess } from '../concepts/concept-access.service';
import { termbasePolicy } from '../concepts/concept.policy';
import { editedConcept, newConcept, type ConceptView } from '../concepts/concept.schema';
import { Concepts } from '../concepts/concepts.service';
import { conceptPath, GLOSSARY } from '../reading/concept-paths';
import { GlossaryReading } from '../reading/glossary-reading.service';
import { EditConcept, NewConcept } from './concept-editing';

const nothing = z.strictObject({});

/** Adding and editing concepts. */
@SignedIn()
@Controller(':locale/glossary')
export class ConceptEditingPages {
  constructor(
    private readonly access: ConceptAccess,
    private readonly concepts: Concepts,
    private readonly reading: GlossaryReading,
  ) {}

  @Get('new')
  new(@CurrentReader() reader: Reader) {
    termbasePolicy.allow(reader.actor, 'add', null);
    return this.newPage(reader, freshForm({ locale: reader.language.locale, confidence: 'medium' }));
  }

  @Post('new')
  async add(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(newConcept, body, (input) => this.concepts.add(reader.actor, input));
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(conceptPath(answer.result), 'glossary:notice.added');
  }

  @Get(':slug/edit')
  async editing(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const row = await this.access.to(reader.actor, 'edit', slug);
    const { domain, locale, definition, note, sources, revision } = row;
    const values = { domain, locale, definition, note: note ?? '', sources: sources.join('\n') };
    return this.editPage(reader, slug, freshForm({ ...values, revision: String(revision) }));
  }

  @Post(':slug/edit')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(editedConcept, body, (input) =>
      this.concepts.edit(reader.actor, slug, input),
    );
    if (!answer.done) return this.editPage(reader, slug, answer.form);
    return seeOther(conceptPath(slug), 'glossary:notice.saved');
  }

  @Post(':slug/withdraw')
  async withdraw(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.concepts.withdraw(reader.actor, slug));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(conceptPath(slug), 'glossary:notice.withdrawn');
  }

  @Post(':slug/restore')
  async restore(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.concepts.restore(reader.actor, slug));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(conceptPath(slug), 'glossary:notice.restored');
  }

  private newPage({ language }: Reader, state: FormState) {
    return page({
      title: language.t('glossary:new.title'),
      section: 'glossary',
      crumbs: [{ label: language.t('glossary:title'), path: GLOSSARY }],
      body: <NewConcept state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }

  private async editPage(reader: Reader, slug: string, state: FormState) {
    const concept = await this.reading.one(reader, slug);
    return page({
      title: reader.language.t('glossary:editing.title'),
      section: 'glossary',
      crumbs: crumbsTo(reader, concept),
      body: <EditConcept concept={concept} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}

export const crumbsTo = (
  { language }: Reader,
  { headword, slug }: Pick<ConceptView, 'headword' | 'slug'>,
) => [
  { label: language.t('glossary:title'), path: GLOSSARY },
  { label: headword.word, path: conceptPath(slug), lang: headword.locale },
];
