import { Injectable } from '@nestjs/common';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import type { Reader } from '../../core/http/reader';
import { Language } from '../../core/i18n/language';
import { FALLBACK_LOCALE } from '../../core/i18n/locales';
import { Concepts } from '../../glossary/concepts/concepts.service';
import { GlossaryReading } from '../../glossary/reading/glossary-reading.service';
import { Rooms } from '../../rooms/rooms.service';
import { Threads } from '../../rooms/threads/threads.service';
import type { OpeningPost } from './concept-discussion.schema';

const ROOM = 'glossary';

/** One thread for each concept that somebody wants to talk about, in a room of the hub that is opened for it. */
@Injectable()
export class ConceptDiscussions {
  constructor(
    private readonly transactions: Transactions,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly reading: GlossaryReading,
    private readonly concepts: Concepts,
  ) {}

  /** Returns the thread: the one that there is, when somebody was first. */
  async open(reader: Reader, slug: string, { body, locale, clientId }: OpeningPost): Promise<string> {
    const { id, threadId, headword } = await this.reading.one(reader, slug);
    if (threadId) return threadId;
    const title = headword.word;
    const opened = await this.threads.open(reader.actor, await this.room(), {
      title,
      body,
      locale,
      clientId,
    });
    return this.concepts.discuss(reader.actor, id, opened.id);
  }

  private async room(): Promise<string> {
    return this.transactions.run(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('polylog glossary room'))`);
      const [row] = await tx.query<{ id: string }[]>(
        `select id from rooms where slug = $1 and place = 'hub'`,
        [ROOM],
      );
      return row?.id ?? this.openRoom();
    });
  }

  private async openRoom(): Promise<string> {
    const { t } = Language.of(FALLBACK_LOCALE);
    const room = await this.rooms.open(Actor.system, {
      ...{ name: t('glossary:title'), description: t('glossary:discussion.room'), locale: FALLBACK_LOCALE },
      ...{ place: 'hub', placeId: null, visibility: 'public' },
    });
    return room.id;
  }
}
