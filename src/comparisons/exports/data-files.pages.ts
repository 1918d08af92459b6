import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { ComparisonFiles, type Wanted } from './comparison-files.service';
import { DATA_FILES, FILE_NAMES, type FileName } from './data-files';
import { narrowingSchema, type NarrowingQuery, versionSchema } from './exports.schema';
import { sendFile } from './send-file';

const fileSchema = z.enum(FILE_NAMES);

/** Files of comparisons, under names that stay. */
@Public()
@Controller(':locale/comparisons/:slug')
export class ComparisonFilePages {
  constructor(private readonly files: ComparisonFiles) {}

  /** Of the newest version. */
  @RateLimit(240, 60)
  @Get('data/:file')
  async newest(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('file', { schema: fileSchema }) file: FileName,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(reader, { slug, ...narrowing }, file, request, response);
  }

  /** Of one version, for ever. */
  @RateLimit(240, 60)
  @Get('versions/:version/data/:file')
  async ofVersion(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Param('file', { schema: fileSchema }) file: FileName,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(reader, { slug, version, ...narrowing }, file, request, response);
  }

  private async send(
    reader: Reader,
    wanted: Wanted,
    name: FileName,
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const publication = await this.files.publication(reader, wanted);
    const file = await this.files.file(publication, name);
    return sendFile(file, DATA_FILES[name].type, nameOf(publication, name), request, response);
  }
}

/** Tells on a desk what it is: `ecosystems-2-se-sl-data.xlsx`. */
function nameOf(
  { data, narrowing, language }: Awaited<ReturnType<ComparisonFiles['publication']>>,
  name: FileName,
): string {
  const words = DATA_FILES[name].spoken ? language.locale : undefined;
  const parts = [data.slug, String(data.version), narrowing.country, narrowing.dimension, words, name];
  return parts.filter(Boolean).join('-');
}
