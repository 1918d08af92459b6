import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FundingNotice } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import type { PartnershipSummary } from '../partnerships/partnership.schema';
import type { PlatformSummary } from '../platforms/platform.schema';
import type { Author } from '../rooms/posts/post.schema';
import { PresenceBoard, type Presence } from '../rooms/live/presence.service';
import { RecentThreads, type RecentThread } from '../rooms/threads/recent-threads.service';

import { Places } from './places.service';

/** How many conversations the home page shows. */
const CONVERSATIONS = 4;

export interface HomeView {
  conversations: (RecentThread & { presence: Presence })[];
  /** Who spoke last in the first conversation, the latest first. */
  speakers: Author[];
  platforms: PlatformSummary[];
  partnerships: PartnershipSummary[];
  organisationCount: number;
  funding: FundingNotice[];
}

/** What is going on in the hub, for one reader. */
@Injectable()
export class Home {
  constructor(
    private readonly database: DataSource,
    private readonly recent: RecentThreads,
    private readonly presence: PresenceBoard,
    private readonly places: Places,
  ) {}

  async view(reader: Reader): Promise<HomeView> {
    const [recent, places, organisationCount] = await Promise.all([
      this.recent.list(reader.actor, reader.locales, CONVERSATIONS),
      this.places.view(reader),
      this.organisationCount(),
    ]);
    const conversations = await Promise.all(
      recent.map(async (each) => ({ ...each, presence: await this.presence.of(each.room.id) })),
    );
    const [first] = recent;
    const speakers = first ? await this.recent.speakers(first.thread) : [];
    return { conversations, speakers, organisationCount, ...places };
  }

  private async organisationCount(): Promise<number> {
    const [row] = await this.database.query<[{ count: number }]>(
      'select count(*)::int as count from organisations where not demo',
    );
    return row.count;
  }
}
