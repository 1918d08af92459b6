import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { figuresOf } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import { TextKinds } from '../../core/texts/text-kinds';
import type { ChapterRow } from '../handbook.access';
import { mereWords, referencesIn, type LooseEnd } from './loose-ends';

/** What can be included, as the texts that they are: by slug, or by id. */
const INCLUDED = {
  definition: { kind: 'concept', by: 'slug' },
  practice: { kind: 'practice', by: 'slug' },
  message: { kind: 'statement', by: 'id' },
  conclusion: { kind: 'conclusion', by: 'id' },
  answer: { kind: 'answer', by: 'id' },
  recommendation: { kind: 'recommendation', by: 'id' },
} as const;

/** Finds what a chapter leads to and is not there. */
@Injectable()
export class LooseEndsInChapters {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  async of(actor: Actor, { handbookId }: ChapterRow, source: string | null): Promise<LooseEnd[]> {
    if (!source) return [];
    const body = parseDocument(source);
    const references = referencesIn(body);
    const known = references.length > 0 ? await this.knownIn(handbookId, figuresOf(body)) : undefined;
    const gone: LooseEnd[] = [];
    for (const reference of references) {
      const { what, of } = reference;
      const there =
        what === 'chapter' || what === 'figure'
          ? known?.[what].has(of.toLowerCase())
          : await this.isIncluded(actor, reference);
      if (!there) gone.push(reference);
    }
    return [...gone, ...mereWords(source, body)];
  }

  /** Chapters by slug, figures by file. Figures are found by where they are written. */
  private async knownIn(handbookId: string, own: readonly string[]) {
    const rows = await this.database.query<{ slug: string; files: string[] }[]>(
      `select slug, array(select lower(file[1]) from regexp_matches(coalesce(body, ''), '\\]\\(/files/([0-9a-fA-F-]{36})\\)', 'g') file) as files
       from chapters where handbook_id = $1 and status <> 'withdrawn'`,
      [handbookId],
    );
    return {
      chapter: new Set(rows.map(({ slug }) => slug)),
      figure: new Set([...own, ...rows.flatMap(({ files }) => files)]),
    };
  }

  private async isIncluded(actor: Actor, { what, of }: LooseEnd): Promise<boolean> {
    const { kind, by } = INCLUDED[what as keyof typeof INCLUDED];
    const known = this.kinds.of(kind);
    if (!known) return false;
    const texts = await this.kinds.read(known, this.database, actor, `owner.${by}::text = $1`, [of]);
    return texts.some(({ shown }) => shown);
  }
}
