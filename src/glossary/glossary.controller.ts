import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { locale } from '../core/http/text.schema';
import { slug as slugSchema } from '../core/http/slug.schema';
import {
  conceptTip,
  conceptView,
  editedConcept,
  glossaryFilters,
  glossaryPage,
  newConcept,
  type EditedConcept,
  type GlossaryFilters,
  type NewConcept,
} from './concepts/concept.schema';
import { Concepts } from './concepts/concepts.service';
import { country, countryNoteInput, type CountryNoteInput } from './notes/country-note.schema';
import { CountryNotes } from './notes/country-notes.service';
import { GlossaryReading } from './reading/glossary-reading.service';
import { changedTerm, newTerm, removedTerm, type ChangedTerm, type NewTerm } from './terms/term.schema';
import { Terms } from './terms/terms.service';

const tipQuery = z.strictObject({
  locale: locale.optional().meta({ description: 'Language of the answer' }),
});

@ApiTags('glossary')
@Controller('api/v1/glossary')
export class GlossaryController {
  constructor(
    private readonly reading: GlossaryReading,
    private readonly concepts: Concepts,
    private readonly terms: Terms,
    private readonly notes: CountryNotes,
  ) {}

  /** Concepts of the termbase that match, page by page. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: glossaryPage })
  list(@CurrentReader() reader: Reader, @Query({ schema: glossaryFilters }) filters: GlossaryFilters) {
    return this.reading.list(reader, filters);
  }

  /** One concept with its terms in all languages. */
  @Public()
  @Get(':slug')
  @ApiOkResponse({ standardSchema: conceptView })
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.reading.one(reader, slug);
  }

  /** What to say of a concept where one of its terms stands in a text. */
  @Public()
  @Get(':slug/tip')
  @ApiOkResponse({ standardSchema: conceptTip })
  tip(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: tipQuery }) _query: z.output<typeof tipQuery>,
  ) {
    return this.reading.tip(reader, slug);
  }

  /** Adds a concept with its first term; for organisers and editors of partnerships. */
  @SignedIn()
  @ApiBearerAuth()
  @Post()
  @ApiCreatedResponse({ standardSchema: conceptView })
  async add(@CurrentReader() reader: Reader, @Body({ schema: newConcept }) input: NewConcept) {
    return this.reading.one(reader, await this.concepts.add(reader.actor, input));
  }

  /** Changes the definition and what belongs to it; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Patch(':slug')
  @ApiOkResponse({ standardSchema: conceptView })
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: editedConcept }) input: EditedConcept,
  ) {
    await this.concepts.edit(reader.actor, slug, input);
    return this.reading.one(reader, slug);
  }

  /** Withdraws a concept: it stays in the history and can be restored. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete(':slug')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(@CurrentReader() { actor }: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.concepts.withdraw(actor, slug);
  }

  /** Restores a concept that was withdrawn. */
  @SignedIn()
  @ApiBearerAuth()
  @Post(':slug/restoration')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: conceptView })
  async restore(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.concepts.restore(reader.actor, slug);
    return this.reading.one(reader, slug);
  }

  /** Adds a term; also for translators into its language. A preferred one takes the place of the former. */
  @SignedIn()
  @ApiBearerAuth()
  @Post(':slug/terms')
  @ApiCreatedResponse({ standardSchema: conceptView })
  async addTerm(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newTerm }) input: NewTerm,
  ) {
    await this.terms.add(reader.actor, slug, input);
    return this.reading.one(reader, slug);
  }

  /** Changes a term; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Put(':slug/terms/:id')
  @ApiOkResponse({ standardSchema: conceptView })
  async changeTerm(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body({ schema: changedTerm }) input: ChangedTerm,
  ) {
    await this.terms.change(reader.actor, slug, id, input);
    return this.reading.one(reader, slug);
  }

  /** Removes a term; it stays in the history. 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete(':slug/terms/:id')
  @ApiOkResponse({ standardSchema: conceptView })
  async removeTerm(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Query({ schema: removedTerm }) { revision }: z.output<typeof removedTerm>,
  ) {
    await this.terms.remove(reader.actor, slug, id, revision);
    return this.reading.one(reader, slug);
  }

  /** Says what the law of one country means by the concept; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Put(':slug/countries/:country')
  @ApiOkResponse({ standardSchema: conceptView })
  async writeNote(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: country }) code: string,
    @Body({ schema: countryNoteInput }) input: CountryNoteInput,
  ) {
    await this.notes.write(reader.actor, slug, code, input);
    return this.reading.one(reader, slug);
  }

  /** Removes what was said of one country. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete(':slug/countries/:country')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeNote(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: country }) code: string,
  ) {
    await this.notes.remove(actor, slug, code);
  }
}
