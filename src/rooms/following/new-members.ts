import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../core/database/transactions';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { moving } from '../threads/reading-positions.service';

/** What was silent before she came is no news for her. */
const SILENT = '30 days';

/** Rooms of her platform itself: `$2`. */
const OF_PLATFORM = `room.place = 'platform' and room.platform_id = $2 and room.visibility <> 'private'`;
/** Those, and the ones of its partnership, where she sits too. */
const OF_PLACE = `room.visibility <> 'private' and (room.platform_id = $2 and room.place = 'platform'
  or room.place = 'partnership'
    and room.partnership_id = (select partnership_id from platforms where platforms.id = $2))`;
const OF_GUEST = 'room.id = $2';

/** @param rooms which of them, of rows called `room` */
const follow = (rooms: string): string => `
  insert into room_levels (person_id, room_id, level)
  select person.id, room.id, 'following' from people person, rooms room
  where person.id = $1 and room.archived_at is null and ${rooms}
  on conflict (person_id, room_id) do nothing`;

const caughtUp = (rooms: string): string =>
  moving(`
    select person.id, thread.room_id, thread.id, thread.last_number
    from people person, rooms room join threads thread on thread.room_id = room.id
    where person.id = $1 and ${rooms} and thread.last_post_at < now() - interval '${SILENT}'
      and thread.merged_into_id is null
    order by thread.room_id, thread.id`);

/**
 * How somebody begins who is new to a platform or a room: she follows the rooms of her own platform, or the room that
 * she was invited to, and hears of everything else as of `normal`. Threads that nobody has written in for a month count as
 * read. Nothing that she has chosen before is changed.
 */
@Injectable()
export class NewMembers {
  constructor(private readonly transactions: Transactions) {}

  @Later('membership.accepted', 'invitation.accepted')
  async join({ scope, data }: Entry<'membership.accepted' | 'invitation.accepted'>): Promise<void> {
    await this.transactions.run((tx) => this.begin(tx, [data.personId, scope.id], OF_PLATFORM, OF_PLACE));
  }

  @Later('room.guest_invited')
  async invite({ scope, data }: Entry<'room.guest_invited'>): Promise<void> {
    await this.transactions.run((tx) => this.begin(tx, [data.personId, scope.id], OF_GUEST, OF_GUEST));
  }

  private async begin(tx: EntityManager, who: string[], followed: string, readable: string): Promise<void> {
    await tx.query(follow(followed), who);
    await tx.query(caughtUp(readable), who);
  }
}
