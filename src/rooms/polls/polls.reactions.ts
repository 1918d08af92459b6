import { Injectable } from '@nestjs/common';
import { Transactions } from '../../core/database/transactions';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { Notifications } from '../../notifications/notifications.service';

/** What follows when a poll ends. */
@Injectable()
export class PollsReactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: Notifications,
  ) {}

  /** Its author and all who voted hear that there is a result; whoever has closed it knows. */
  @Later('poll.closed')
  async tell({ actorId, scope, data: { pollId } }: Entry<'poll.closed'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select vote.person_id as id from poll_votes vote where vote.room_id = $1 and vote.poll_id = $2
         union
         select post.author_id from polls poll
         join posts post on post.room_id = poll.room_id and post.id = poll.post_id
         where poll.room_id = $1 and poll.id = $2 and post.withdrawn_at is null`,
        [scope.id, pollId],
      );
      await this.notifications.tell(tx, {
        ...{ name: 'poll.closed', cause: `poll.closed ${pollId}` },
        people: rows.map(({ id }) => id),
        by: actorId,
        subject: { kind: 'poll', id: pollId },
      });
    });
  }
}
