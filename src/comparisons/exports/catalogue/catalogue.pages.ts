import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { Public } from '../../../core/access/marks';
import { Config } from '../../../core/config/config';
import { RateLimit } from '../../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonFiles, type Wanted } from '../comparison-files.service';
import { versionSchema } from '../exports.schema';
import { sendFile } from '../send-file';
import { catalogue } from './catalogue';
import { dataset } from './dataset';
import { type GraphNode, jsonLd, turtle } from './graph';

/** How linked data can be written, by the end of an address. */
const FORMS = {
  jsonld: { type: 'application/ld+json; charset=utf-8', write: jsonLd },
  ttl: { type: 'text/turtle; charset=utf-8', write: turtle },
} as const;
type Form = keyof typeof FORMS;

/** Comparisons as portals of open data list them (DCAT-AP). */
@Public()
@Controller(':locale/comparisons')
export class ComparisonCataloguePages {
  constructor(
    private readonly config: Config,
    private readonly files: ComparisonFiles,
  ) {}

  /** Everything that the hub has published, as JSON-LD. */
  @RateLimit(60, 60)
  @Get('catalogue.jsonld')
  async asJson(
    @CurrentReader() reader: Reader,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.catalogue(reader, 'jsonld', request, response);
  }

  /** The same in Turtle. */
  @RateLimit(60, 60)
  @Get('catalogue.ttl')
  async asTurtle(
    @CurrentReader() reader: Reader,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.catalogue(reader, 'ttl', request, response);
  }

  /** One comparison, as JSON-LD. */
  @Get(':slug/data/dcat.jsonld')
  async newestAsJson(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(reader, { slug }, 'jsonld', request, response);
  }

  /** The same in Turtle. */
  @Get(':slug/data/dcat.ttl')
  async newestAsTurtle(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(reader, { slug }, 'ttl', request, response);
  }

  /** One version, as JSON-LD. */
  @Get(':slug/versions/:version/data/dcat.jsonld')
  async versionAsJson(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(reader, { slug, version }, 'jsonld', request, response);
  }

  /** The same in Turtle. */
  @Get(':slug/versions/:version/data/dcat.ttl')
  async versionAsTurtle(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.record(reader, { slug, version }, 'ttl', request, response);
  }

  private async record(
    reader: Reader,
    wanted: Wanted,
    form: Form,
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const publication = await this.files.publication(reader, wanted);
    const { type, write } = FORMS[form];
    const file = await this.files.keep(publication, `dcat.${form}`, true, (each) => write(dataset(each)));
    return sendFile(file, type, null, request, response);
  }

  private async catalogue(
    reader: Reader,
    form: Form,
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const { type, write } = FORMS[form];
    const node: GraphNode = catalogue(this.config.baseUrl, await this.files.all(reader));
    const bytes = Buffer.from(write(node));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    return sendFile({ bytes, tag }, type, null, request, response);
  }
}
