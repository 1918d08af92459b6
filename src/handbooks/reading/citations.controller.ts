import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { asBibtex, asRis, type Cited } from '../../core/documents/cited';
import { Download } from '../../core/http/download';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { citedChapter, citedHandbook } from './citing';
import { chapterPath, handbookPath } from './handbook-paths';
import { HandbookReading } from './handbook-reading.service';

/** Handbooks and chapters for lists of literature. */
@Public()
@Controller(':locale/handbooks')
export class HandbookCitations {
  constructor(
    private readonly reading: HandbookReading,
    private readonly config: Config,
  ) {}

  /** A handbook for BibTeX. */
  @Get(':slug/cite.bib')
  async handbookBibtex(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return bibtex(await this.handbook(reader, slug));
  }

  /** A handbook for programs that read RIS. */
  @Get(':slug/cite.ris')
  async handbookRis(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return ris(await this.handbook(reader, slug));
  }

  /** A chapter for BibTeX. */
  @Get(':slug/:chapter/cite.bib')
  async chapterBibtex(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
  ) {
    return bibtex(await this.chapter(reader, slug, chapter));
  }

  /** A chapter for programs that read RIS. */
  @Get(':slug/:chapter/cite.ris')
  async chapterRis(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
  ) {
    return ris(await this.chapter(reader, slug, chapter));
  }

  private async handbook(reader: Reader, slug: string): Promise<Cited> {
    const view = await this.reading.bySlug(reader, slug);
    return citedHandbook(view, this.address(reader, handbookPath(slug)));
  }

  private async chapter(reader: Reader, slug: string, name: string): Promise<Cited> {
    const [view, chapter] = await Promise.all([
      this.reading.bySlug(reader, slug),
      this.reading.chapterBySlug(reader, slug, name),
    ]);
    return citedChapter(view, chapter, this.address(reader, chapterPath(slug, name)));
  }

  private address({ language }: Reader, path: string): string {
    return `${this.config.baseUrl}/${language.locale}${path}`;
  }
}

const bibtex = (cited: Cited): Download =>
  new Download(asBibtex(cited), 'application/x-bibtex; charset=utf-8', `${cited.slug}.bib`);
const ris = (cited: Cited): Download =>
  new Download(asRis(cited), 'application/x-research-info-systems; charset=utf-8', `${cited.slug}.ris`);
