import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { pick, withTranslations } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { zipOf, type ZipEntry } from '../../core/zip/zip';
import type { Chapter } from '../chapter.entity';
import { HandbookAccess } from '../handbook.access';
import { Outline, type OutlineEntry } from '../outline';
import { writeFront } from './front-matter';

/** A handbook as a folder of Markdown, one file for each chapter, in one language. */
@Injectable()
export class HandbookExport {
  constructor(private readonly access: HandbookAccess) {}

  /** What the actor may read. What is not in the language stands in its own, which the file says. */
  async zip(actor: Actor, slug: string, locale: Locale): Promise<Buffer> {
    const handbook = await this.access.readable(actor).andWhere('handbook.slug = :slug', { slug }).getOne();
    if (!handbook) throw new NotFound();
    const query = this.access
      .readableChapters(actor)
      .andWhere(`chapter.handbook_id = :id and chapter.status <> 'withdrawn'`, { id: handbook.id });
    const chapters = await withTranslations(query, 'chapter', [locale]).getMany();
    const folder = new Outline(chapters).entries.flatMap((entry, place) => filesOf(entry, place, '', locale));
    return zipOf(folder, new Date().toISOString());
  }
}

function filesOf(entry: OutlineEntry, place: number, path: string, locale: Locale): ZipEntry[] {
  const { chapter, children } = entry;
  const name = `${path}${String(place + 1).padStart(2, '0')}-${chapter.slug}`;
  const own = {
    name: children.length > 0 ? `${name}/index.md` : `${name}.md`,
    bytes: fileOf(chapter, locale),
  };
  return [own, ...children.flatMap((child, at) => filesOf(child, at, `${name}/`, locale))];
}

function fileOf(chapter: Chapter, locale: Locale): Buffer {
  const { text, locale: language } = pick(chapter, [locale]);
  const { title, lead, body } = text as Pick<Chapter, 'title' | 'lead' | 'body'>;
  const facts = { title, lead, language, slug: chapter.slug, numbered: chapter.numbered ? null : 'false' };
  return Buffer.from(writeFront(facts, body ?? chapter.body));
}
