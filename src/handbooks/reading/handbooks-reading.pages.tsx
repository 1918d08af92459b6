import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { ChapterPage } from './chapter-page';
import { HandbookFrames } from './handbook-frames.service';
import { HandbookList } from './handbook-list';
import { DEEPEST_PAGE, entryPath, handbookPath } from './handbook-paths';
import { HandbookReading } from './handbook-reading.service';
import { HandbookPage } from './handbook-page';
import { SurroundingsOfTexts } from './surroundings.service';

/** Handbooks as they are read. */
@Public()
@Controller(':locale/handbooks')
export class HandbooksReadingPages {
  constructor(
    private readonly reading: HandbookReading,
    private readonly surroundings: SurroundingsOfTexts,
    private readonly frames: HandbookFrames,
    private readonly notices: FundingNotices,
  ) {}

  @Get()
  async list(@CurrentReader() reader: Reader): Promise<Page> {
    const handbooks = await this.reading.list(reader);
    const ids = [...new Set(handbooks.map(({ partnership }) => partnership.id))];
    const funding = await this.notices.of(ids, reader.locales);
    return page({
      title: reader.language.t('handbooks:reading.title'),
      section: 'handbooks',
      funding: [...funding.values()].filter(({ statement }) => statement),
      body: <HandbookList handbooks={handbooks} />,
    });
  }

  @Get(':slug')
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<Page> {
    const open = await this.reading.open(reader, slug);
    const partnership = await this.reading.partnershipOf(open.row);
    const view = this.reading.view(reader, open, partnership);
    return page({
      ...(await this.frames.of(reader, open.row, partnership)),
      title: view.title.text,
      body: <HandbookPage view={view} />,
    });
  }

  @Get(':slug/:chapter')
  async chapter(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) name: string,
  ): Promise<Page | SeeOther> {
    const open = await this.reading.open(reader, slug);
    const entry = open.outline.at(name);
    if (!entry) throw new NotFound();
    const above = open.outline.above(entry);
    if (entry.depth > DEEPEST_PAGE) return seeOther(entryPath(slug, entry, above));
    const [partnership, chapter] = await Promise.all([
      this.reading.partnershipOf(open.row),
      this.reading.chapter(reader, open, name),
    ]);
    const handbook = this.reading.view(reader, open, partnership);
    const [frame, readable] = await Promise.all([
      this.frames.of(reader, open.row, partnership),
      this.surroundings.of(reader, open, chapter),
    ]);
    const crumbs = above.map(({ chapter: { slug: part } }) => part);
    return page({
      ...frame,
      hidden: frame.hidden === true || chapter.status !== 'published',
      crumbs: [
        ...frame.crumbs,
        { label: handbook.title.text, path: handbookPath(slug), lang: handbook.title.locale },
        ...handbook.contents
          .filter(({ slug: part }) => crumbs.includes(part))
          .map(({ title, path }) => ({ label: title.text, path, lang: title.locale })),
      ],
      title: [chapter.number, chapter.title.text].filter(Boolean).join(' '),
      body: <ChapterPage handbook={handbook} chapter={chapter} readable={readable} />,
    });
  }
}
