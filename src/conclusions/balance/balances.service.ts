import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { standingOfPeople } from '../positions/standing-of-people';
import type { StandingConclusion } from '../standing-conclusion';
import { sharesOf, type Balance, type Counted } from './balance';

interface Spoken {
  personId: string;
  language: string;
}

/** Who spoke, and who agreed. */
@Injectable()
export class Balances {
  /** As it is now. Frozen with each version: later nobody can be found out by what has changed. */
  async of(tx: EntityManager, conclusion: StandingConclusion): Promise<Balance> {
    const [spoke, agreed] = [await this.spoke(tx, conclusion), await this.agreed(tx, conclusion)];
    return { spoke: sharesOf(spoke), agreed: sharesOf(agreed) };
  }

  /** Authors of the thread, wherever it stands now, and of what is cited, each in the language that she used most. */
  private async spoke(tx: EntityManager, conclusion: StandingConclusion): Promise<Counted[]> {
    const spoken = await tx.query<Spoken[]>(
      `select post.author_id as "personId", mode() within group (order by post.locale) as language
       from posts post
       where post.withdrawn_at is null and post.author_id is not null
         and ((post.room_id, post.thread_id) = (select room_id, id from threads where id = $2::uuid)
           or post.id in (select ground_id from evidence where statement_kind = 'conclusion'
             and statement_id = $1 and ground_kind = 'post'))
       group by post.author_id`,
      [conclusion.id, conclusion.threadId],
    );
    const people = spoken.map(({ personId }) => personId);
    const standing = new Map(
      (await standingOfPeople(tx, conclusion, people)).map((who) => [who.personId, who]),
    );
    return spoken.map(({ personId, language }) => {
      const who = standing.get(personId);
      return { group: who?.groupId ?? '', country: who?.country ?? '', language };
    });
  }

  /** Those who agree or can live with it, as they were when they said so. */
  private agreed(tx: EntityManager, { id, round }: StandingConclusion): Promise<Counted[]> {
    return tx.query<Counted[]>(
      `select coalesce(stakeholder_group_id::text, '') as "group", coalesce(country, '') as country,
         locale as language
       from conclusion_positions where conclusion_id = $1 and round = $2 and position in ('agree', 'accept')`,
      [id, round],
    );
  }
}
