import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CurrentActor, Public } from '../core/access/marks';
import type { Actor } from '../core/access/actor';
import { FileContents } from './file-contents.service';
import { headersOf } from './file-headers';
import { contentQuery } from './file.schema';

/** The files themselves, which have no language: `/files/<id>`, and smaller images by `?width=`. */
@Public()
@Controller('files')
export class FileContentsController {
  constructor(private readonly contents: FileContents) {}

  /** An image to be shown, or a document to be kept. */
  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.guid() }) id: string,
    @Query({ schema: contentQuery }) { width }: z.output<typeof contentQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const content = await this.contents.content(actor, id, width);
    response.set(headersOf(content));
    if (request.fresh) {
      response.status(304).removeHeader('Content-Length');
      return undefined;
    }
    return new StreamableFile(await content.open(), { type: content.type, length: content.size });
  }
}
