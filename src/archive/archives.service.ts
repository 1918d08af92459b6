import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { NotFound, Refusal } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { ObjectStore } from '../core/storage/object-store';
import { PartnershipAccess } from '../partnerships/partnership.access';
import type { Partnership } from '../partnerships/partnership.entity';

/** One archive of a partnership, finished or on its way. */
export interface Archive {
  id: string;
  state: 'waiting' | 'writing' | 'ready' | 'failed';
  /** 0–1 */
  done: number;
  pages: number | null;
  bytes: number | null;
  askedAt: Date;
  finishedAt: Date | null;
  sha256: string | null;
}

const COLUMNS = `id, state, done, pages, bytes::float8 as bytes, sha256, asked_at as "askedAt",
  finished_at as "finishedAt"`;

/** What organisers do with archives: have one made, see how far it is, take it. */
@Injectable()
export class Archives {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
    private readonly journal: Journal,
    private readonly store: ObjectStore,
  ) {}

  /** The newest first. @throws NotFound, SignInRequired, Forbidden for whoever does not organise it */
  async of(actor: Actor, slug: string): Promise<{ partnership: Partnership; archives: Archive[] }> {
    const partnership = await this.access.to(actor, 'appoint', slug);
    const archives = await this.database.query<Archive[]>(
      `select ${COLUMNS} from archives where partnership_id = $1 order by asked_at desc limit 10`,
      [partnership.id],
    );
    return { partnership, archives };
  }

  /** One that is on its way is enough. @throws Refusal while nobody but its editors can see the partnership */
  async ask(actor: Actor, slug: string): Promise<void> {
    const partnership = await this.access.to(actor, 'appoint', slug);
    if (partnership.status === 'draft') throw new Refusal(409, 'archive:refusal.draft');
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<{ id: string }[]>(
        `insert into archives (partnership_id, asked_by) values ($1, $2)
         on conflict (partnership_id) where state in ('waiting', 'writing') do nothing returning id`,
        [partnership.id, actor.person?.id ?? null],
      );
      if (!row) return;
      const scope = { kind: 'partnership', id: partnership.id };
      await this.journal.record(tx, 'archive.asked', {
        actor,
        subject: scope,
        scope,
        data: { archiveId: row.id },
      });
    });
  }

  /** @throws NotFound for one that is not finished, or is another partnership's */
  async content(
    actor: Actor,
    slug: string,
    id: string,
  ): Promise<{ stream: Readable; bytes: number; day: string }> {
    const { archives } = await this.of(actor, slug);
    const archive = archives.find((each) => each.id === id);
    const stream = archive?.sha256 && (await this.store.get(archive.sha256));
    if (!stream) throw new NotFound();
    return { stream, bytes: archive.bytes!, day: archive.finishedAt!.toISOString().slice(0, 10) };
  }
}
