import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { EditingFrame, editingPath, type RefusedForm } from '../editing/editing-frame';
import {
  noteTranslationForm,
  recordTranslationForm,
  statementTranslationForm,
} from '../editing/editing.schema';
import { PartnershipRecords } from '../partnership-records.service';
import { SourceNotes } from '../source-notes/source-notes.service';
import { Statements } from '../statements/statements.service';
import { TranslationEditing } from './translation-editing';

/** Translating the record, language by language and text by text. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/translations/:language')
export class TranslationsPages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly statements: Statements,
    private readonly notes: SourceNotes,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
  ) {
    return this.page(reader, slug, locale);
  }

  @Post()
  async record(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Body() body: unknown,
  ) {
    const answer = await attempt(recordTranslationForm, body, (input) =>
      this.records.translate(reader.actor, slug, { ...input, locale }),
    );
    if (!answer.done) return this.page(reader, slug, locale, { at: 'record', state: answer.form });
    return seeOther(editingPath(slug, locale), 'partnerships:notice.translated');
  }

  @Post('statements/:id')
  async statement(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(statementTranslationForm, body, (input) =>
      this.statements.translate(reader.actor, slug, id, { ...input, locale }),
    );
    if (!answer.done) return this.page(reader, slug, locale, { at: id, state: answer.form });
    return seeOther(`${editingPath(slug, locale)}#${id}`, 'partnerships:notice.translated');
  }

  @Post('notes/:id')
  async note(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(noteTranslationForm, body, (input) =>
      this.notes.translate(reader.actor, slug, id, { ...input, locale }),
    );
    if (!answer.done) return this.page(reader, slug, locale, { at: id, state: answer.form });
    return seeOther(`${editingPath(slug, locale)}#${id}`, 'partnerships:notice.translated');
  }

  private async page(reader: Reader, slug: string, locale: Locale, refused?: RefusedForm) {
    const row = await this.records.translatable(reader.actor, slug, locale);
    const statements = await this.statements.of(row.id, [locale]);
    const notes = await this.notes.of(row.id, [locale]);
    const body = (
      <TranslationEditing
        row={row}
        statements={statements}
        notes={notes}
        locale={locale}
        {...(refused && { refused })}
      />
    );
    return this.frame.page(reader, row, { tab: locale, body, ...(refused && { refused: refused.state }) });
  }
}
