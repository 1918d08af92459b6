import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { asBibtex, asRis, type Cited } from '../../core/documents/cited';
import { NotFound } from '../../core/errors/refusal';
import { Download } from '../../core/http/download';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { citedAnswer, citedComparison } from './citing';
import { answerAt, questionAt } from './found';
import { OpenComparisons } from './open-comparisons.service';
import { answerWishes } from './reading.schema';

const code = z.string().max(40);

/** Comparisons and single answers for lists of literature: always of the version that is read. */
@Public()
@Controller(':locale/comparisons')
export class ComparisonCitations {
  private readonly origin: string;

  constructor(
    private readonly comparisons: OpenComparisons,
    { baseUrl }: Config,
  ) {
    this.origin = baseUrl;
  }

  /** A comparison for BibTeX. */
  @Get(':slug/cite.bib')
  async comparisonBibtex(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ) {
    return bibtex(citedComparison(await this.citing(reader, slug)));
  }

  /** A comparison for programs that read RIS. */
  @Get(':slug/cite.ris')
  async comparisonRis(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return ris(citedComparison(await this.citing(reader, slug)));
  }

  /** An answer for BibTeX. */
  @Get(':slug/answers/:country/:code/cite.bib')
  async answerBibtex(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: code }) country: string,
    @Param('code', { schema: code }) name: string,
    @Query() query: Record<string, unknown>,
  ) {
    return bibtex(await this.answer(reader, slug, country, name, query));
  }

  /** An answer for programs that read RIS. */
  @Get(':slug/answers/:country/:code/cite.ris')
  async answerRis(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: code }) country: string,
    @Param('code', { schema: code }) name: string,
    @Query() query: Record<string, unknown>,
  ) {
    return ris(await this.answer(reader, slug, country, name, query));
  }

  private async answer(
    reader: Reader,
    slug: string,
    country: string,
    name: string,
    query: Record<string, unknown>,
  ): Promise<Cited> {
    const citing = await this.citing(reader, slug);
    const question = questionAt(citing.sheet, name);
    const { period } = answerWishes.parse(query);
    return citedAnswer(citing, question, answerAt(citing.sheet, question, country, period));
  }

  /** @throws NotFound also for what is not published: it is not to be cited */
  private async citing(reader: Reader, slug: string) {
    const { sheet } = await this.comparisons.open(reader, slug, undefined);
    if (sheet.data.version === 0) throw new NotFound();
    return { sheet, language: reader.language, locales: reader.locales, origin: this.origin };
  }
}

const bibtex = (cited: Cited): Download =>
  new Download(asBibtex(cited), 'application/x-bibtex; charset=utf-8', `${cited.slug}.bib`);
const ris = (cited: Cited): Download =>
  new Download(asRis(cited), 'application/x-research-info-systems; charset=utf-8', `${cited.slug}.ris`);
