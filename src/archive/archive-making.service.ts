import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import type { Entry } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import { Later } from '../core/journal/reactions';
import { ArchivePlace } from './archive-place.service';
import { ArchiveWriter, FaultyArchive } from './writing/archive-writer.service';

/** Milliseconds between two words about how far it is. */
const PACE = 1000;
/** Of the time; the rest is packing. */
const WRITTEN = 0.9;

/** The worker is told to stop: the next one begins anew. */
class Stopping extends Error {}

/** Makes the archives that organisers have asked for, in the worker. */
@Injectable()
export class ArchiveMaking implements OnModuleDestroy {
  private readonly log = new Logger('Archives');
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly writer: ArchiveWriter,
    private readonly place: ArchivePlace,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  @Later('archive.asked')
  async make({ data: { archiveId }, scope }: Entry<'archive.asked'>): Promise<void> {
    const slug = await this.begin(archiveId);
    if (slug === undefined) return;
    try {
      await this.place.lend(async (folder) => {
        const tell = this.teller(archiveId);
        const { pages } = await this.writer.write(slug, folder, (share) => tell(share * WRITTEN));
        const kept = await this.place.keep(folder, (share) => tell(WRITTEN + share * (1 - WRITTEN)));
        await this.finish(archiveId, scope.id, pages, kept);
      });
    } catch (error) {
      if (error instanceof Stopping) throw error;
      await this.fail(archiveId, error as Error);
    }
  }

  /** @returns whose it is; undefined when it is finished */
  private async begin(id: string): Promise<string | undefined> {
    const [rows] = await this.database.query<[{ slug: string }[], number]>(
      `update archives set state = 'writing', done = 0 from partnerships partnership
       where archives.id = $1 and state in ('waiting', 'writing') and partnership.id = partnership_id
       returning partnership.slug`,
      [id],
    );
    return rows[0]?.slug;
  }

  private teller(id: string): (share: number) => Promise<void> {
    let told = performance.now();
    return async (share) => {
      if (this.stopping) throw new Stopping('The worker stops');
      if (performance.now() - told < PACE) return;
      told = performance.now();
      await this.database.query('update archives set done = $2 where id = $1', [id, share]);
    };
  }

  private async finish(
    archiveId: string,
    partnershipId: string,
    pages: number,
    { sha256, bytes }: { sha256: string; bytes: number },
  ): Promise<void> {
    const earlier = await this.transactions.run(async (tx) => {
      await tx.query(
        `update archives set state = 'ready', done = 1, pages = $2, bytes = $3, sha256 = $4,
           finished_at = clock_timestamp() where id = $1`,
        [archiveId, pages, bytes, sha256],
      );
      const [rows] = await tx.query<[{ sha256: string }[], number]>(
        `delete from archives where partnership_id = $1 and id <> $2 and state in ('ready', 'failed')
         returning sha256`,
        [partnershipId, archiveId],
      );
      const scope = { kind: 'partnership', id: partnershipId };
      const data = { archiveId, pages, bytes };
      await this.journal.record(tx, 'archive.made', { actor: Actor.system, subject: scope, scope, data });
      return rows;
    });
    for (const { sha256: old } of earlier) if (old && old !== sha256) await this.place.forget(old);
  }

  private async fail(id: string, error: Error): Promise<void> {
    this.log.error(error instanceof FaultyArchive ? error.message : (error.stack ?? error.message));
    await this.database.query(
      `update archives set state = 'failed', finished_at = clock_timestamp() where id = $1`,
      [id],
    );
  }
}
