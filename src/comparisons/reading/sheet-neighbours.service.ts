import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reader } from '../../core/http/reader';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { positional } from '../../core/texts/text-kinds';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { Evidence } from '../../evidence/evidence.service';
import type { EvidenceStanding } from '../../evidence/relation';
import { StakeholderGroups } from '../../platforms/groups/stakeholder-groups.service';
import { Platform } from '../../platforms/platform.entity';
import { platformPolicy } from '../../platforms/platform.policy';
import type { ListedPractice } from '../../practices/listing/listing.schema';
import { PracticeListing } from '../../practices/listing/practice-listing.service';
import { threadPolicy } from '../../rooms/threads/thread.policy';
import type { DataAnswer } from '../comparison-data';
import type { EarlierAnswer } from './answer-history';

/** Versions of an answer that are listed. */
const MOST_VERSIONS = 12;
/** Good practices of one country. */
const PRACTICES = 3;

export interface QuestionThread {
  id: string;
  country: string;
}

/** What stands beside a comparison's pages and is known elsewhere: platforms, groups, good practices, versions. */
@Injectable()
export class SheetNeighbours {
  constructor(
    private readonly database: DataSource,
    private readonly listing: PracticeListing,
    private readonly groups: StakeholderGroups,
    private readonly evidence: Evidence,
  ) {}

  /** Those of a country that others found most useful; what reviewers called a good practice first. */
  async practicesOf(reader: Reader, country: string): Promise<ListedPractice[]> {
    if (!/^[A-Z]{2}$/.test(country)) return [];
    const all = await this.listing.every(reader, { country, sort: 'useful', page: 1, limit: PRACTICES });
    const published = all.filter(({ state }) => state !== 'draft');
    return [...published]
      .sort((a, b) => Number(Boolean(b.rating)) - Number(Boolean(a.rating)))
      .slice(0, PRACTICES);
  }

  /** Those that these answers rest on. */
  async practicesIn(reader: Reader, answers: readonly DataAnswer[]): Promise<ListedPractice[]> {
    const ids = new Set(
      answers.flatMap(({ evidence }) =>
        evidence.flatMap(({ kind, ground }) => (kind === 'practice' ? [ground] : [])),
      ),
    );
    if (ids.size === 0) return [];
    const all = await this.listing.every(reader, { sort: 'title', page: 1, limit: 100 });
    return all.filter(({ id }) => ids.has(id));
  }

  /** A platform by its name, for who may read it. */
  async platform({ actor, locales }: Reader, id: string | undefined) {
    if (!id) return null;
    const { where, parameters } = platformPolicy.readable(actor, 'platform');
    const row = await withTranslations(
      this.database.createQueryBuilder(Platform, 'platform'),
      'platform',
      locales,
    )
      .where(where, parameters)
      .andWhere('platform.id = :id', { id })
      .getOne();
    if (!row) return null;
    const name = rendered(row, (each) => each.name, locales)!;
    return { slug: row.slug, name: name.text, lang: name.locale };
  }

  async groupNames(locales: readonly string[]): Promise<Map<string, { text: string; locale: string }>> {
    const all = await this.groups.all(locales);
    return new Map(all.map(({ slug, name }) => [slug, name]));
  }

  /** What an answer rests on as that stands now, as far as the reader may see it; only what this version names. */
  async groundsOf({ actor, locales }: Reader, answer: DataAnswer): Promise<EvidenceView[]> {
    const all = await this.evidence.of(actor, 'answer', [answer.id], locales);
    const named = new Set(answer.evidence.map(({ id }) => id));
    return (all.get(answer.id) ?? []).filter(({ id }) => named.has(id));
  }

  /** The worst that has happened to anything that an answer rests on, also to what its conclusions come from. */
  async standingOf({ id }: DataAnswer): Promise<EvidenceStanding> {
    return (await this.evidence.standingOf([id])).get(id) ?? 'sound';
  }

  /** Where platforms discuss a question, as far as the reader may follow. */
  async threadsOf({ actor }: Reader, question: string): Promise<QuestionThread[]> {
    const values: unknown[] = [question];
    const readable = positional(threadPolicy.readable(actor, 'room'), values);
    return this.database.query<QuestionThread[]>(
      `select thread.id, platform.country from question_threads asked
       join threads thread on thread.id = asked.thread_id join rooms room on room.id = thread.room_id
       join platforms platform on platform.id = asked.platform_id
       where asked.question_id = $1 and ${readable} order by platform.country`,
      values,
    );
  }

  /** What an answer said in each published version, the newest first; the same said again is left out. */
  async historyOf(comparisonId: string, { id }: Pick<DataAnswer, 'id'>): Promise<EarlierAnswer[]> {
    const rows = await this.database.query<{ version: number; at: Date; answer: DataAnswer }[]>(
      `select told.version, told.published_at as at, found.answer
       from comparison_versions told cross join lateral (
         select answer from jsonb_array_elements(told.data->'answers') answer where answer->>'id' = $2 limit 1) found
       where told.comparison_id = $1 order by told.version desc limit ${MOST_VERSIONS}`,
      [comparisonId, id],
    );
    return rows.map(({ version, at, answer }) => ({ version, publishedAt: at.toISOString(), answer }));
  }
}
