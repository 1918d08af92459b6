import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import { TextKinds } from '../../core/texts/text-kinds';
import type { TranslationOf } from '../segment-store';
import { translationPolicy } from '../translation.policy';

/** What somebody has typed and not saved. */
export interface Draft {
  segmentId: string;
  source: string;
  text: string;
  seen: string;
  savedAt: Date;
}

/** Keeps what a translator types, for herself alone, until she saves it or throws it away. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  async of(actor: Actor, { id, locale }: TranslationOf): Promise<Draft[]> {
    return this.database.query<Draft[]>(
      `select segment_id as "segmentId", source, text, seen, saved_at as "savedAt" from translation_drafts
       where owner_id = $1 and locale = $2 and person_id = $3 order by saved_at`,
      [id, locale, actor.person?.id ?? null],
    );
  }

  /** @throws NotFound when there is no such segment */
  async keep(actor: Actor, of: TranslationOf, segmentId: string, draft: Pick<Draft, 'text' | 'seen'>) {
    const text = await this.kinds.find(actor, of.kind, of.id);
    translationPolicy.allow(actor, 'translate', { text, locale: of.locale });
    const kept = await this.database.query<object[]>(
      `insert into translation_drafts (person_id, segment_id, owner_id, locale, source, text, seen)
       select $1, segment.id, segment.owner_id, segment.locale, segment.source, $5, $6
       from translation_segments segment where segment.id = $2 and segment.owner_id = $3 and segment.locale = $4
       on conflict (person_id, segment_id) do update
         set source = excluded.source, text = excluded.text, seen = excluded.seen, saved_at = clock_timestamp()
       returning segment_id`,
      [actor.person!.id, segmentId, of.id, of.locale, draft.text, draft.seen],
    );
    if (kept.length === 0) throw new NotFound();
  }

  async forget(actor: Actor, segmentIds: readonly string[]): Promise<void> {
    if (segmentIds.length === 0) return;
    await this.database.query(
      'delete from translation_drafts where person_id = $1 and segment_id = any($2)',
      [actor.person?.id ?? null, segmentIds],
    );
  }
}
