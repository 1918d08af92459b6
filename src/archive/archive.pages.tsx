import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../core/access/marks';
import { attempt } from '../core/http/attempt';
import type { FormState } from '../core/http/form';
import { seeOther } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { EditingFrame, editingPath } from '../partnerships/editing/editing-frame';
import { nothing } from '../partnerships/editing/editing.schema';
import { ArchiveBody } from './archive';
import { Archives } from './archives.service';

/** The archive of a partnership, for who organises it: having one made, and taking it. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/archive')
export class ArchivePages {
  constructor(
    private readonly archives: Archives,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async ask(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.archives.ask(reader.actor, slug));
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(editingPath(slug, 'archive'), 'archive:asked');
  }

  /** The archive itself. */
  @Get(':id')
  async take(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    const { stream, bytes, day } = await this.archives.content(actor, slug, id);
    const disposition = `attachment; filename="${slug}-${day}.zip"`;
    return new StreamableFile(stream, { type: 'application/zip', length: bytes, disposition });
  }

  private async page(reader: Reader, slug: string, refused?: FormState) {
    const { partnership, archives } = await this.archives.of(reader.actor, slug);
    const body = <ArchiveBody slug={slug} archives={archives} {...(refused && { state: refused })} />;
    return this.frame.page(reader, partnership, { tab: 'archive', body, ...(refused && { refused }) });
  }
}
