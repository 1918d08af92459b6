import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { wordsOf, everyBlock } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import { withTranslations } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import type { Partnership } from '../../partnerships/partnership.entity';
import { Chapter } from '../chapter.entity';
import { HandbookAccess, type HandbookRow } from '../handbook.access';
import { handbookPolicy } from '../handbook.policy';
import { Outline, type OutlineEntry } from '../outline';
import { FigureLists } from './figure-lists.service';
import { DEEPEST_PAGE, entryPath } from './handbook-paths';
import {
  contentsEntryOf,
  languagesOf,
  mayOf,
  readTextOf,
  summaryOf,
  titleOf,
  type Progress,
} from './handbook-views';
import type {
  ChapterView,
  ContentsEntry,
  HandbookOutline,
  HandbookSummary,
  HandbookView,
} from './reading.schema';

/** A handbook that somebody has opened: its order with the titles that she reads, without the texts. */
export interface OpenHandbook {
  row: HandbookRow;
  outline: Outline;
  /** By chapter. */
  progress: Map<string, Progress[]>;
}

const BARE = [
  'id',
  'handbookId',
  'parentId',
  'position',
  'slug',
  'numbered',
  'status',
  'title',
  'locale',
].concat(['revision', 'editedAt', 'publishedAt', 'threadId']);
const BARE_TRANSLATION = ['ownerId', 'locale', 'status', 'sourceRevision', 'origin', 'translatedBy', 'title'];

/** Handbooks for somebody who reads them: in her languages, and only what she may see. */
@Injectable()
export class HandbookReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: HandbookAccess,
    private readonly faces: PartnershipFaces,
    private readonly figures: FigureLists,
  ) {}

  /** By partnership, then by title, as her alphabet sorts. */
  async list(reader: Reader, partnershipId?: string): Promise<HandbookSummary[]> {
    const query = this.access
      .readable(reader.actor)
      .leftJoinAndSelect('handbook.translations', 'translation');
    if (partnershipId) query.andWhere('handbook.partnership_id = :partnershipId', { partnershipId });
    const rows = (await query.getMany()) as HandbookRow[];
    const whose = await this.partnershipsOf(rows);
    const all = rows.map((row) => summaryOf(row, whose.get(row.partnershipId)!, reader.locales));
    const byTitle = reader.language.sort(all, ({ title }) => title.text);
    return reader.language.sort(byTitle, ({ partnership }) => partnership.acronym ?? partnership.name.text);
  }

  /** @throws NotFound */
  async open({ actor, locales }: Reader, slug: string): Promise<OpenHandbook> {
    const row = await this.access
      .readable(actor)
      .leftJoinAndSelect('handbook.translations', 'translation')
      .andWhere('handbook.slug = :slug', { slug })
      .getOne();
    if (!row) throw new NotFound();
    const chapters = await this.access
      .readableChapters(actor)
      .andWhere('handbook.id = :id', { id: row.id })
      .select(BARE.map((column) => `chapter.${column}`))
      .leftJoin('chapter.translations', 'told', 'told.locale = any(:locales)', { locales })
      .addSelect(BARE_TRANSLATION.map((column) => `told.${column}`))
      .getMany();
    const [figuresIn, progress] = await Promise.all([this.figures.of(chapters), this.progressOf(chapters)]);
    return { row: row as HandbookRow, outline: new Outline(chapters, figuresIn), progress };
  }

  view({ actor, locales }: Reader, open: OpenHandbook, partnership: Partnership): HandbookView {
    const { row } = open;
    return {
      ...summaryOf(row, partnership, locales),
      contents: this.contents(open, locales),
      originalLocale: row.locale,
      revision: row.revision,
      can: handbookPolicy.can(actor, row),
    };
  }

  /** @throws NotFound */
  async bySlug(reader: Reader, slug: string): Promise<HandbookView> {
    const open = await this.open(reader, slug);
    return this.view(reader, open, await this.partnershipOf(open.row));
  }

  contents({ row, outline, progress }: OpenHandbook, locales: readonly string[]): ContentsEntry[] {
    return outline.all.map((entry) => {
      const path = entryPath(row.slug, entry, outline.above(entry));
      return contentsEntryOf(entry, path, progress.get(entry.chapter.id) ?? [], locales);
    });
  }

  /**
   * What writers refer to by its number.
   * @throws NotFound
   */
  async outline(reader: Reader, slug: string): Promise<HandbookOutline> {
    const open = await this.open(reader, slug);
    const captions = await this.captionsOf(open.outline);
    return {
      chapters: this.contents(open, reader.locales).map(({ number, depth, slug: name, title, path }) => ({
        ...{ number, depth, slug: name, path, title: title.text, titleLocale: title.locale },
      })),
      figures: [...open.outline.allFigures()].map(
        ([
          file,
          {
            number,
            in: { chapter },
          },
        ]) => ({
          ...{ number, file, caption: captions.get(file) ?? '' },
          ...{ captionLocale: chapter.locale, chapter: chapter.slug },
        }),
      ),
    };
  }

  /**
   * A chapter with its sections.
   * @throws NotFound also for a section, which has no page of its own
   */
  async chapter(reader: Reader, open: OpenHandbook, slug: string): Promise<ChapterView> {
    const entry = open.outline.at(slug);
    if (!entry || entry.depth > DEEPEST_PAGE) throw new NotFound();
    const sections = entry.depth === DEEPEST_PAGE ? entry.children : [];
    const texts = await this.textsOf([entry, ...sections], reader.locales);
    const { chapter, number, depth } = entry;
    const whole = texts.get(chapter.id)!;
    const { previous, next } = turnsAt(open.outline, entry, reader.locales);
    return {
      ...readTextOf(whole, number, reader.locales),
      ...{ depth, previous, next, threadId: chapter.threadId },
      publishedAt: chapter.publishedAt?.toISOString() ?? null,
      sections: sections.map((section) =>
        readTextOf(texts.get(section.chapter.id)!, section.number, reader.locales),
      ),
      languages: languagesOf(chapter, open.progress.get(chapter.id) ?? []),
      can: mayOf(reader.actor, chapter, open.row),
    };
  }

  /** @throws NotFound */
  async chapterBySlug(reader: Reader, handbook: string, slug: string): Promise<ChapterView> {
    return this.chapter(reader, await this.open(reader, handbook), slug);
  }

  /** Published chapters that were changed last, with the page on which each is read. */
  async news(reader: Reader, slug: string, limit: number) {
    const { outline } = await this.open(reader, slug);
    const latest = outline.all
      .filter(({ chapter }) => chapter.status === 'published')
      .sort((one, other) => other.chapter.editedAt.getTime() - one.chapter.editedAt.getTime())
      .slice(0, limit);
    const texts = await this.textsOf(latest, reader.locales);
    return latest.map((entry) => {
      const { publishedAt, slug: own } = entry.chapter;
      const above = outline.above(entry).at(-1)?.chapter.slug;
      return {
        ...readTextOf(texts.get(entry.chapter.id)!, entry.number, reader.locales),
        publishedAt: publishedAt?.toISOString() ?? null,
        page: entry.depth > DEEPEST_PAGE ? `${above}#${own}` : own,
      };
    });
  }

  async partnershipOf(row: HandbookRow): Promise<Partnership> {
    return (await this.partnershipsOf([row])).get(row.partnershipId)!;
  }

  private async partnershipsOf(rows: readonly HandbookRow[]): Promise<Map<string, Partnership>> {
    const faces = await this.faces.of(rows.map(({ partnershipId }) => partnershipId));
    return new Map(faces.map(({ id, partnership }) => [id, partnership]));
  }

  private async progressOf(chapters: readonly Chapter[]): Promise<Map<string, Progress[]>> {
    const rows = await this.database.query<(Progress & { ownerId: string })[]>(
      `select owner_id as "ownerId", locale, status, source_revision as "sourceRevision"
       from chapter_translations where owner_id = any($1)`,
      [chapters.map(({ id }) => id)],
    );
    const progress = new Map<string, Progress[]>();
    for (const row of rows) progress.set(row.ownerId, [...(progress.get(row.ownerId) ?? []), row]);
    return progress;
  }

  private async textsOf(entries: readonly OutlineEntry[], locales: readonly string[]) {
    const query = this.database
      .createQueryBuilder(Chapter, 'chapter')
      .where('chapter.id = any(:ids)', { ids: entries.map(({ chapter }) => chapter.id) });
    const rows = await withTranslations(query, 'chapter', locales).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async captionsOf(outline: Outline): Promise<Map<string, string>> {
    const ids = [...outline.allFigures().values()].map(({ in: { chapter } }) => chapter.id);
    const rows = await this.database.query<{ body: string }[]>(
      'select body from chapters where id = any($1)',
      [[...new Set(ids)]],
    );
    const captions = new Map<string, string>();
    for (const { body } of rows)
      for (const block of everyBlock(parseDocument(body)))
        if (block.kind === 'figure') captions.set(block.file, wordsOf(block.caption));
    return captions;
  }
}

/** The pages before and after: sections are read on the page of their chapter. */
function turnsAt(outline: Outline, entry: OutlineEntry, locales: readonly string[]) {
  const pages = outline.all.filter(({ depth }) => depth <= DEEPEST_PAGE);
  const place = pages.indexOf(entry);
  const turn = (other: OutlineEntry | undefined) =>
    other ? { slug: other.chapter.slug, number: other.number, title: titleOf(other.chapter, locales) } : null;
  return { previous: turn(pages[place - 1]), next: turn(pages[place + 1]) };
}
