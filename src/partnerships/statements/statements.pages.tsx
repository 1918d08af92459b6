import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import type { Key } from '../../core/i18n/keys';
import { EditingFrame, editingPath, type RefusedForm } from '../editing/editing-frame';
import { moveForm, nothing, statementEditForm, statementForm } from '../editing/editing.schema';
import { PartnershipRecords } from '../partnership-records.service';
import { StatementEditing } from './statement-editing';
import { Statements } from './statements.service';

/** What the partnership stands for: adding, editing, ordering. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/statements')
export class StatementsPages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly statements: Statements,
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
    const answer = await attempt(statementForm, body, (input) =>
      this.statements.add(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return this.back(slug, 'partnerships:notice.added', answer.result);
  }

  @Post(':id')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(statementEditForm, body, (input) =>
      this.statements.edit(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return this.back(slug, 'partnerships:notice.saved', id);
  }

  @Post(':id/move')
  async move(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(moveForm, body, ({ direction }) =>
      this.statements.move(reader.actor, slug, id, direction),
    );
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return this.back(slug, 'partnerships:notice.moved', id);
  }

  @Post(':id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.statements.remove(reader.actor, slug, id));
    if (!answer.done) return this.page(reader, slug, { at: id, state: answer.form });
    return this.back(slug, 'partnerships:notice.removed');
  }

  private back(slug: string, notice: Key, id?: string) {
    return seeOther(`${editingPath(slug, 'statements')}${id ? `#statement-${id}` : ''}`, notice);
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const row = await this.records.original(reader.actor, slug);
    const statements = await this.statements.of(row.id, []);
    const body = <StatementEditing row={row} statements={statements} {...(refused && { refused })} />;
    return this.frame.page(reader, row, {
      tab: 'statements',
      body,
      ...(refused && { refused: refused.state }),
    });
  }
}
