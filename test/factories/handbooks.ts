import { randomUUID } from 'node:crypto';
import type { TestHub } from '../support/hub';
import { aPartnership } from './partnerships';

export interface TestHandbook {
  id: string;
  slug: string;
  partnershipId: string;
}

export interface TestChapter {
  id: string;
  slug: string;
  handbook: TestHandbook;
}

interface HandbookOptions {
  partnershipId?: string;
  slug?: string;
  kind?: 'handbook' | 'proceedings' | 'library';
  status?: 'draft' | 'published';
  title?: string;
  subtitle?: string | null;
  summary?: string | null;
  locale?: string;
}

/** A published handbook without chapters, of a partnership that everybody reads, unless it is said otherwise. */
export async function aHandbook(hub: TestHub, options: HandbookOptions = {}): Promise<TestHandbook> {
  const id = randomUUID();
  const slug = options.slug ?? `handbook-${id.slice(0, 8)}`;
  const partnershipId = options.partnershipId ?? (await aPartnership(hub)).id;
  const status = options.status ?? 'published';
  await hub.database.query(
    `insert into handbooks (id, partnership_id, slug, kind, status, title, subtitle, summary, locale, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $5 = 'published' then now() end)`,
    [
      ...[id, partnershipId, slug, options.kind ?? 'handbook', status, options.title ?? 'Good practices'],
      ...[options.subtitle ?? null, options.summary ?? null, options.locale ?? 'en'],
    ],
  );
  return { id, slug, partnershipId };
}

interface ChapterOptions {
  handbook?: TestHandbook;
  parentId?: string | null;
  position?: number;
  slug?: string;
  numbered?: boolean;
  status?: 'draft' | 'published' | 'withdrawn';
  title?: string;
  lead?: string | null;
  body?: string | null;
  locale?: string;
  revision?: number;
}

/** A published chapter, last among its siblings. Creates the handbook when none is named. */
export async function aChapter(hub: TestHub, options: ChapterOptions = {}): Promise<TestChapter> {
  const id = randomUUID();
  const slug = options.slug ?? `chapter-${id.slice(0, 8)}`;
  const handbook = options.handbook ?? (await aHandbook(hub));
  const [parentId, status] = [options.parentId ?? null, options.status ?? 'published'];
  await hub.database.query(
    `insert into chapters (id, handbook_id, parent_id, position, slug, numbered, status, title, lead, body, locale,
       revision, published_at)
     values ($1, $2, $3, coalesce($4, (select count(*) from chapters where handbook_id = $2
       and parent_id is not distinct from $3)), $5, $6, $7, $8, $9, $10, $11, $12,
       case when $7 = 'published' then now() end)`,
    [
      ...[id, handbook.id, parentId, options.position ?? null, slug, options.numbered ?? true, status],
      ...[options.title ?? 'Working together', options.lead ?? null, options.body ?? 'What we learned.'],
      ...[options.locale ?? 'en', options.revision ?? 1],
    ],
  );
  return { id, slug, handbook };
}

/** What a chapter says in another language: by a person and reviewed, unless it is said otherwise. */
export async function aChapterTranslation(
  hub: TestHub,
  { id }: Pick<TestChapter, 'id'>,
  options: {
    locale: string;
    title?: string;
    lead?: string | null;
    body?: string | null;
    status?: 'machine' | 'draft' | 'in_review' | 'reviewed';
    sourceRevision?: number;
  },
): Promise<void> {
  const { locale, status = 'reviewed', sourceRevision = 1 } = options;
  await hub.database.query(
    `insert into chapter_translations (owner_id, locale, status, source_revision, origin, title, lead, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, locale, status, sourceRevision, status === 'machine' ? 'machine:fake' : 'person'],
      ...[options.title ?? `In ${locale}`, options.lead ?? null, options.body ?? null],
    ],
  );
}

/** What somebody who is gone suggests for a chapter. */
export async function aSuggestion(
  hub: TestHub,
  { id: chapterId }: Pick<TestChapter, 'id'>,
  { base, body, note = null }: { base: string; body: string; note?: string | null },
): Promise<{ id: string }> {
  const id = randomUUID();
  await hub.database.query(
    'insert into chapter_suggestions (id, chapter_id, base, body, note) values ($1, $2, $3, $4, $5)',
    [id, chapterId, base, body, note],
  );
  return { id };
}
