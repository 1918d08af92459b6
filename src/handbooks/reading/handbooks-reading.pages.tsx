import type { ComponentChildren } from 'preact';
import { Controller, Get, Optional, Param } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { NotFound } from '../../core/errors/refusal';
import { KeptPages } from '../../core/http/kept-pages.service';
import { page, seeOther, type KeptPage, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { Evidence } from '../../evidence/evidence.service';
import { ChapterPage } from './chapter-page';
import { citedChapter, citedHandbook } from './citing';
import { ChapterDiscussions } from './discussions.service';
import { HandbookFrames } from './handbook-frames.service';
import { chapterPath, handbookPath } from './handbook-paths';
import { HandbookReading } from './handbook-reading.service';
import { HandbookPage } from './handbook-page';
import { HandbookSurroundings } from './handbook-surroundings';
import { HandbookStates } from './handbook-states.service';
import type { HandbookView } from './reading.schema';
import { bookFacts, chapterFacts } from './schema-org';
import { SurroundingsOfTexts } from './surroundings.service';

/** A handbook as it is read: its title page, and its chapters. */
@Public()
@Controller(':locale/handbooks')
export class HandbooksReadingPages {
  private readonly origin: string;

  constructor(
    private readonly reading: HandbookReading,
    private readonly surroundings: SurroundingsOfTexts,
    private readonly frames: HandbookFrames,
    private readonly states: HandbookStates,
    private readonly kept: KeptPages,
    private readonly discussions: ChapterDiscussions,
    private readonly evidence: Evidence,
    { baseUrl }: Config,
    @Optional() private readonly beside?: HandbookSurroundings,
  ) {
    this.origin = baseUrl;
  }

  @Get(':slug')
  show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<Page | KeptPage> {
    return this.kept.orDraw(
      reader,
      () => this.states.of(reader, slug),
      () => this.titlePage(reader, slug),
    );
  }

  @Get(':slug/:chapter')
  async chapter(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) name: string,
  ): Promise<Page | KeptPage | SeeOther> {
    const { state, page: own } = await this.states.ofChapter(reader, slug, name);
    if (own !== name) return seeOther(`${chapterPath(slug, own)}#${name}`);
    return this.kept.orDraw(
      reader,
      () => Promise.resolve(state),
      () => this.chapterPage(reader, slug, name),
    );
  }

  private async titlePage(reader: Reader, slug: string): Promise<Page> {
    const open = await this.reading.open(reader, slug);
    const partnership = await this.reading.partnershipOf(open.row);
    const view = this.reading.view(reader, open, partnership);
    const about = view.summary ?? view.subtitle;
    return page({
      ...(await this.frames.of(reader, open.row, partnership)),
      title: view.title.text,
      description: about?.text ?? view.title.text,
      facts: bookFacts({ origin: this.origin, locale: reader.language.locale }, view),
      body: (
        <HandbookPage
          view={view}
          cited={citedHandbook(view, this.address(reader, handbookPath(slug)))}
          beside={await this.besideOf(reader, view)}
        />
      ),
    });
  }

  private async chapterPage(reader: Reader, slug: string, name: string): Promise<Page> {
    const open = await this.reading.open(reader, slug);
    const entry = open.outline.at(name);
    if (!entry) throw new NotFound();
    const [partnership, chapter] = await Promise.all([
      this.reading.partnershipOf(open.row),
      this.reading.chapter(reader, open, name),
    ]);
    const handbook = this.reading.view(reader, open, partnership);
    const ids = [chapter.id, ...chapter.sections.map(({ id }) => id)];
    const [frame, readable, discussion, beside, evidence] = await Promise.all([
      this.frames.of(reader, open.row, partnership),
      this.surroundings.of(reader, open, chapter),
      this.discussions.of(reader.actor, chapter.threadId),
      this.besideOf(reader, handbook),
      this.evidence.of(reader.actor, 'chapter', ids, reader.locales),
    ]);
    const cited = citedChapter(handbook, chapter, this.address(reader, chapterPath(slug, name)));
    const above = new Set(open.outline.above(entry).map(({ chapter: { slug: part } }) => part));
    return page({
      ...frame,
      hidden: frame.hidden === true || chapter.status !== 'published',
      crumbs: [
        ...frame.crumbs,
        { label: handbook.title.text, path: handbookPath(slug), lang: handbook.title.locale },
        ...handbook.contents
          .filter(({ slug: part }) => above.has(part))
          .map(({ title, path }) => ({ label: title.text, path, lang: title.locale })),
      ],
      title: [chapter.number, chapter.title.text].filter(Boolean).join(' '),
      description: (chapter.lead ?? chapter.title).text,
      facts: chapterFacts({ origin: this.origin, locale: reader.language.locale }, handbook, chapter),
      body: (
        <ChapterPage
          {...{ handbook, chapter, readable, discussion, cited, beside }}
          evidence={[...evidence.values()].flat()}
        />
      ),
    });
  }

  private address({ language }: Reader, path: string): string {
    return `${this.origin}/${language.locale}${path}`;
  }

  private async besideOf({ actor }: Reader, { slug }: HandbookView): Promise<ComponentChildren> {
    return this.beside?.of(actor, slug);
  }
}
