import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { TranslationStatus } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import type { TranslationOf } from '../segment-store';
import { translationPolicy } from '../translation.policy';
import { Translations } from '../translations.service';

/** What a segment was at one time. */
export interface SegmentRevision {
  id: string;
  segmentId: string;
  source: string;
  /** Null: the translation was taken away. */
  text: string | null;
  status: TranslationStatus | null;
  origin: string;
  by: string | null;
  at: Date;
}

/** Of one text and language. */
const MOST = 200;

/** Every change of a translation, by whom and from what; and back to any of them. */
@Injectable()
export class SegmentHistory {
  constructor(
    private readonly kinds: TextKinds,
    private readonly translations: Translations,
    private readonly database: DataSource,
  ) {}

  /** The newest first. @param segmentId of one segment only */
  async of(
    actor: Actor,
    of: TranslationOf,
    segmentId?: string,
  ): Promise<{ text: Text; revisions: SegmentRevision[] }> {
    const text = await this.kinds.find(actor, of.kind, of.id);
    translationPolicy.allow(actor, 'translate', { text, locale: of.locale });
    const revisions = await this.database.query<SegmentRevision[]>(
      `select revision.id, revision.segment_id as "segmentId", revision.source, revision.text, revision.status,
         revision.origin, person.name as by, revision.made_at as at
       from segment_revisions revision left join people person on person.id = revision.person_id
       where revision.owner_id = $1 and revision.locale = $2 and ($3::uuid is null or revision.segment_id = $3)
       order by revision.id desc limit ${MOST}`,
      [of.id, of.locale, segmentId ?? null],
    );
    return { text, revisions };
  }

  /** What it said then becomes a draft of now; that is a change like any other. @throws NotFound */
  async restore(actor: Actor, of: TranslationOf, revisionId: string): Promise<string> {
    const [revision] = await this.database.query<Pick<SegmentRevision, 'segmentId' | 'text' | 'source'>[]>(
      `select segment_id as "segmentId", text, source from segment_revisions
       where id = $1 and owner_id = $2 and locale = $3`,
      [revisionId, of.id, of.locale],
    );
    const { segments } = await this.translations.workshop(actor, of);
    const segment = segments.find(({ id }) => id === revision?.segmentId);
    if (!revision || !segment) throw new NotFound();
    const { id, version } = segment;
    const { text, source: madeFrom } = revision;
    await this.translations.save(actor, of, [{ id, version, text: text ?? '', madeFrom, status: 'draft' }]);
    return id;
  }
}
