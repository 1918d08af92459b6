import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../core/database/transactions';
import type { Entry } from '../core/journal/entry';
import { Later } from '../core/journal/reactions';
import { Followings } from '../notifications/following/followings.service';
import type { NoticeData } from '../notifications/notice-kind';
import { Notifications } from '../notifications/notifications.service';
import { subjectOf } from './recommendation-access.service';

interface Place {
  comparison_id: string;
  country: string | null;
  dimension: string | null;
}

/** Whoever follows a comparison, one of its countries or dimensions, or a recommendation itself, hears of it. */
@Injectable()
export class RecommendationsReactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly followings: Followings,
    private readonly notifications: Notifications,
  ) {}

  @Later('comparison.published')
  async versionPublished({ id, name, actorId, subject, data }: Entry<'comparison.published'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      const parts = await tx.query<{ part: string }[]>(
        `select distinct part from followings where subject_kind = 'comparison' and subject_id = $1`,
        [subject.id],
      );
      const people = await this.followings.followersOf(tx, subject, ...parts.map(({ part }) => part));
      await this.notifications.tell(tx, {
        ...{ people, by: actorId, name, subject, data: { version: data.version }, cause: `entry ${id}` },
      });
    });
  }

  @Later('recommendation.published', 'recommendation.replaced')
  async standsOtherwise(entry: Entry<'recommendation.published' | 'recommendation.replaced'>): Promise<void> {
    await this.tell(entry, entry.subject.id, {});
  }

  @Later('uptake.told', 'uptake.updated')
  async takenUp(entry: Entry<'uptake.told' | 'uptake.updated'>): Promise<void> {
    await this.tell(entry, entry.data.recommendationId, { uptake: entry.subject.id });
  }

  private async tell(
    { id, name, actorId }: Entry,
    recommendationId: string,
    data: NoticeData,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const people = await this.followers(tx, recommendationId);
      const subject = subjectOf({ id: recommendationId });
      await this.notifications.tell(tx, { people, by: actorId, name, subject, data, cause: `entry ${id}` });
    });
  }

  private async followers(tx: EntityManager, id: string): Promise<string[]> {
    const [place] = await tx.query<Place[]>(
      `select recommendation.comparison_id, recommendation.country, dimension.code as dimension
       from recommendations recommendation left join dimensions dimension on dimension.id = recommendation.dimension_id
       where recommendation.id = $1`,
      [id],
    );
    if (!place) return [];
    const { comparison_id, country, dimension } = place;
    const parts = [country, dimension].flatMap((part) => part?.toUpperCase() ?? []);
    const comparison = { kind: 'comparison', id: comparison_id };
    const [own, ofComparison] = await Promise.all([
      this.followings.followersOf(tx, subjectOf({ id })),
      this.followings.followersOf(tx, comparison, ...parts),
    ]);
    return [...own, ...ofComparison];
  }
}
