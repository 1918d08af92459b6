import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { CaseFrame } from '../case/case-frame.service';
import { type Draft, PracticeEditing } from '../editing/practice-editing.service';
import { LISTS, type ListName } from '../rows/practice-row.schema';
import { PracticeRows } from '../rows/practice-rows.service';
import { stepPath } from './case-paths';
import { formPage } from './form-frame';
import { RowPage, stepOf } from './row-form';
import { rowEditForm, rowForm } from './row-values';

const LIST_ADDRESSES = LISTS.map((list) => `${list}-list` as const);
/** `actors-list`, so that no list is taken for a step. */
const listAddress = z.enum(LIST_ADDRESSES).transform((address) => address.replace('-list', '') as ListName);

/** The lists of a case: who takes part, what came out of it, where more is told. */
@SignedIn()
@Controller(':locale/practices/:slug/edit/:list')
export class PracticeRowsPages {
  constructor(
    private readonly editing: PracticeEditing,
    private readonly rows: PracticeRows,
    private readonly frame: CaseFrame,
  ) {}

  @Get('new')
  async new(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('list', { schema: listAddress }) list: ListName,
  ) {
    return this.page(reader, slug, list);
  }

  @Post('new')
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('list', { schema: listAddress }) list: ListName,
    @Body() body: unknown,
  ) {
    const answer = await attempt(rowForm(list), body, (input) =>
      this.rows.add(reader.actor, slug, list, input),
    );
    if (!answer.done) return this.page(reader, slug, list, undefined, answer.form);
    return seeOther(stepPath(slug, stepOf(list)), 'practices:notice.saved');
  }

  @Get(':id')
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('list', { schema: listAddress }) list: ListName,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    return this.page(reader, slug, list, id);
  }

  @Post(':id')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('list', { schema: listAddress }) list: ListName,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(rowEditForm(list), body, (input) =>
      this.rows.edit(reader.actor, slug, list, id, input),
    );
    if (!answer.done) return this.page(reader, slug, list, id, answer.form);
    return seeOther(stepPath(slug, stepOf(list)), 'practices:notice.saved');
  }

  @Post(':id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('list', { schema: listAddress }) list: ListName,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    await this.rows.remove(reader.actor, slug, list, id);
    return seeOther(stepPath(slug, stepOf(list)), 'practices:notice.removed');
  }

  private async page(reader: Reader, slug: string, list: ListName, id?: string, refused?: FormState) {
    const draft = await this.editing.draft(reader.actor, slug);
    const row = id === undefined ? undefined : await this.rows.row(reader.actor, slug, list, id);
    const body = <RowPage draft={draft} list={list} {...(row && { row })} {...(refused && { refused })} />;
    return formPage(reader, draft, body, {
      at: stepOf(list),
      face: await this.face(reader, draft),
      ...(refused && { refused }),
    });
  }

  private face(reader: Reader, { row }: Draft) {
    return this.frame.of(reader, { partnership: { id: row.partnershipId } });
  }
}
