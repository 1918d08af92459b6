import { Injectable } from '@nestjs/common';
import { Transactions } from '../../core/database/transactions';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { Notifications } from '../../notifications/notifications.service';
import { Hearers } from '../following/hearers.service';

interface Concerned {
  authorId: string;
  voters: string[];
}

/** Nothing for a post that is gone. */
const CONCERNED = `
  select post.author_id as "authorId", array(
    select vote.person_id from poll_votes vote where vote.room_id = poll.room_id and vote.poll_id = poll.id
  ) as voters
  from polls poll
  join posts post on post.room_id = poll.room_id and post.id = poll.post_id and post.withdrawn_at is null
  where poll.room_id = $1 and poll.id = $2`;

/** What follows when a poll ends, or is to end at another time. */
@Injectable()
export class PollsReactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
    private readonly hearers: Hearers,
  ) {}

  /** Its author hears that there is a result, and all who voted but those who want to hear nothing from there. */
  @Later('poll.closed')
  async tellOfEnd({ actorId, scope, data }: Entry<'poll.closed'>): Promise<void> {
    await this.tell('poll.closed', `poll.closed ${data.pollId}`, actorId, { roomId: scope.id, ...data });
  }

  /** The same people hear that it will close at another time. */
  @Later('poll.rescheduled')
  async tellOfTime({ id, actorId, scope, data }: Entry<'poll.rescheduled'>): Promise<void> {
    await this.tell('poll.rescheduled', `poll.rescheduled ${id}`, actorId, { roomId: scope.id, ...data });
  }

  private async tell(
    name: string,
    cause: string,
    by: string | null,
    { roomId, threadId, pollId }: { roomId: string; threadId: string; pollId: string },
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [poll] = await tx.query<Concerned[]>(CONCERNED, [roomId, pollId]);
      if (!poll) return;
      const { authorId, voters } = poll;
      const hearers = await this.hearers.among(tx, { roomId, threadId, authorId }, voters);
      await this.notifications.tell(tx, {
        ...{ name, cause, by },
        people: [authorId, ...hearers],
        subject: { kind: 'poll', id: pollId },
      });
    });
  }
}
