import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { COUNTRIES } from '../../directory/countries';
import { ConceptAccess } from '../concepts/concept-access.service';
import { country as countrySchema, countryNoteInput, newCountryNote } from '../notes/country-note.schema';
import { CountryNotes } from '../notes/country-notes.service';
import { conceptPath } from '../reading/concept-paths';
import { GlossaryReading } from '../reading/glossary-reading.service';
import { crumbsTo } from './concept-editing.pages';
import { EditCountryNote, NewCountryNote } from './country-note-editing';

const nothing = z.strictObject({});

/** Writing, changing and removing what the law of single countries means by a concept. */
@SignedIn()
@Controller(':locale/glossary/:slug/countries')
export class CountryNoteEditingPages {
  constructor(
    private readonly access: ConceptAccess,
    private readonly notes: CountryNotes,
    private readonly reading: GlossaryReading,
  ) {}

  @Get('new')
  async new(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.access.to(reader.actor, 'edit', slug);
    return this.newPage(reader, slug, freshForm({ locale: reader.language.locale }));
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newCountryNote, body, ({ country, ...input }) =>
      this.notes.write(reader.actor, slug, country, input),
    );
    if (!answer.done) return this.newPage(reader, slug, answer.form);
    return seeOther(`${conceptPath(slug)}#countries`, 'glossary:notice.note_saved');
  }

  @Get(':country')
  async editing(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countrySchema }) country: string,
  ) {
    const note = await this.notes.editable(reader.actor, slug, country);
    if (!note) throw new NotFound();
    const { text, locale, revision } = note;
    return this.editPage(reader, slug, country, freshForm({ text, locale, revision: String(revision) }));
  }

  @Post(':country')
  async change(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countrySchema }) country: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(countryNoteInput, body, (input) =>
      this.notes.write(reader.actor, slug, country, input),
    );
    if (!answer.done) return this.editPage(reader, slug, country, answer.form);
    return seeOther(`${conceptPath(slug)}#countries`, 'glossary:notice.note_saved');
  }

  @Post(':country/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countrySchema }) country: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.notes.remove(reader.actor, slug, country));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(`${conceptPath(slug)}#countries`, 'glossary:notice.note_removed');
  }

  private async newPage(reader: Reader, slug: string, state: FormState) {
    const concept = await this.reading.one(reader, slug);
    const taken = concept.countryNotes.map(({ country }) => country);
    const countries = COUNTRIES.filter((code) => !taken.includes(code));
    return page({
      title: reader.language.t('glossary:countries.new'),
      section: 'glossary',
      crumbs: crumbsTo(reader, concept),
      body: <NewCountryNote slug={slug} countries={countries} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }

  private async editPage(reader: Reader, slug: string, country: string, state: FormState) {
    const concept = await this.reading.one(reader, slug);
    return page({
      title: reader.language.t('glossary:countries.editing'),
      section: 'glossary',
      crumbs: crumbsTo(reader, concept),
      body: <EditCountryNote slug={slug} country={country} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}
