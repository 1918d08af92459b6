import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { writable } from '../../core/xml/writable';
import { block, inline, writeXml, type XmlNode } from '../../core/xml/write-xml';
import { chapterPath, handbookPath } from './handbook-paths';
import { HandbookReading } from './handbook-reading.service';

/** Chapters that a feed tells of. */
const MOST = 50;

/** What is new in a handbook, for who follows it. */
@Public()
@Controller(':locale/handbooks')
export class HandbookFeeds {
  constructor(
    private readonly reading: HandbookReading,
    private readonly config: Config,
  ) {}

  /** New and changed chapters, the latest first, in the language of the address. */
  @Get(':slug/feed.atom')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  async feed(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<string> {
    const { title, subtitle, summary, id, partnership, licence } = await this.reading.bySlug(reader, slug);
    const news = await this.reading.news(reader, slug, MOST);
    const address = (path: string) => `${this.config.baseUrl}/${reader.language.locale}${path}`;
    const page = address(handbookPath(slug));
    const about = subtitle ?? summary;
    const feed = block('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': reader.language.locale }, [
      inline('id', {}, [`urn:uuid:${id}`]),
      inline('title', { 'xml:lang': title.locale }, [title.text]),
      ...(about ? [inline('subtitle', { 'xml:lang': about.locale }, [about.text])] : []),
      inline('link', { rel: 'self', type: 'application/atom+xml', href: `${page}/feed.atom` }),
      inline('link', { rel: 'alternate', type: 'text/html', href: page }),
      inline('updated', {}, [news[0]?.editedAt ?? new Date(0).toISOString()]),
      block('author', {}, [inline('name', {}, [partnership.name.text])]),
      inline('rights', {}, [licence]),
      ...news.map((chapter) => entry(chapter, address(chapterPath(slug, chapter.page)))),
    ]);
    return writeXml(writable(feed));
  }
}

type News = Awaited<ReturnType<HandbookReading['news']>>[number];

function entry({ id, number, title, lead, editedAt, publishedAt }: News, address: string): XmlNode {
  return block('entry', { 'xml:lang': title.locale }, [
    inline('id', {}, [`urn:uuid:${id}`]),
    inline('title', {}, [[number, title.text].filter(Boolean).join(' ')]),
    inline('link', { rel: 'alternate', type: 'text/html', href: address }),
    inline('updated', {}, [editedAt]),
    ...(publishedAt ? [inline('published', {}, [publishedAt])] : []),
    ...(lead ? [inline('summary', { 'xml:lang': lead.locale }, [lead.text])] : []),
  ]);
}
