import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { ComparisonFiles, type Wanted } from './comparison-files.service';
import { DATA_FILES } from './data-files';
import { narrowingSchema, type NarrowingQuery, versionSchema } from './exports.schema';
import { publishedComparisonSchema } from './formats/json.schema';
import { sendFile } from './send-file';

/** Published comparisons for programs. */
@ApiTags('comparisons')
@Public()
@Controller('api/v1/comparisons')
export class PublishedComparisonsController {
  constructor(private readonly files: ComparisonFiles) {}

  /** The newest published version: questions, answers, evidence, and what was concluded, in all languages. */
  @RateLimit(240, 60)
  @Get(':slug')
  @ApiOkResponse({ standardSchema: publishedComparisonSchema })
  async published(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(reader, { slug, ...narrowing }, request, response);
  }

  /** A published version as it was, with the translations that it has now. */
  @RateLimit(240, 60)
  @Get(':slug/versions/:version')
  @ApiOkResponse({ standardSchema: publishedComparisonSchema })
  async version(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(reader, { slug, version, ...narrowing }, request, response);
  }

  private async send(reader: Reader, wanted: Wanted, request: Request, response: Response) {
    const publication = await this.files.publication(reader, wanted);
    const file = await this.files.file(publication, 'data.json');
    return sendFile(file, DATA_FILES['data.json'].type, null, request, response);
  }
}
