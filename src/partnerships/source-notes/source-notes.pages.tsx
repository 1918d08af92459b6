import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { EditingFrame, editingPath, type RefusedForm } from '../editing/editing-frame';
import { noteEditForm, noteForm, nothing } from '../editing/editing.schema';
import { NoteEditing } from './note-editing';
import { PartnershipRecords } from '../partnership-records.service';
import { SourceNotes } from './source-notes.service';

/** What is known to be wrong in the source: adding, editing, removing. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/notes')
export class SourceNotesPages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly notes: SourceNotes,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(noteForm, body, (input) => this.notes.add(reader.actor, slug, input));
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return seeOther(editingPath(slug, 'notes'), 'partnerships:notice.added');
  }

  @Post(':id')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(noteEditForm, body, (input) =>
      this.notes.edit(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return seeOther(`${editingPath(slug, 'notes')}#note-${id}`, 'partnerships:notice.saved');
  }

  @Post(':id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.notes.remove(reader.actor, slug, id));
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return seeOther(editingPath(slug, 'notes'), 'partnerships:notice.removed');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const row = await this.records.original(reader.actor, slug);
    const notes = await this.notes.of(row.id, []);
    const body = <NoteEditing row={row} notes={notes} {...(refused && { refused })} />;
    return this.frame.page(reader, row, { tab: 'notes', body, ...(refused && { refused: refused.state }) });
  }
}
