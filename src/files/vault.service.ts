import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../core/errors/refusal';
import { ObjectStore } from '../core/storage/object-store';

/** The bytes of files, in step with the rows that speak of them. */
@Injectable()
export class Vault {
  constructor(private readonly store: ObjectStore) {}

  /** Within the transaction that writes the rows: nobody removes the same bytes meanwhile. */
  async keep(tx: EntityManager, pieces: readonly { sha256: string; path: string }[]): Promise<void> {
    await this.lock(
      tx,
      pieces.map(({ sha256 }) => sha256),
    );
    for (const { sha256, path } of pieces) await this.store.put(sha256, path);
  }

  /** Within the transaction that removes a file: its rows, and whatever no other file consists of. */
  async forget(tx: EntityManager, id: string): Promise<void> {
    const digests = await tx.query<{ sha256: string }[]>(
      'select sha256 from files where id = $1 union select sha256 from file_variants where file_id = $1',
      [id],
    );
    const names = digests.map(({ sha256 }) => sha256);
    await this.lock(tx, names);
    await tx.query('delete from files where id = $1', [id]);
    const kept = await tx.query<{ sha256: string }[]>(
      `select sha256 from files where sha256 = any($1)
       union select sha256 from file_variants where sha256 = any($1)`,
      [names],
    );
    for (const name of names) if (!kept.some(({ sha256 }) => sha256 === name)) await this.store.remove(name);
  }

  /** @throws Refusal 503 when the row is there and the bytes are not: the store is not the one that it was */
  async open(sha256: string): Promise<Readable> {
    const bytes = await this.store.get(sha256);
    if (!bytes) throw new Refusal(503, 'errors:unavailable');
    return bytes;
  }

  /** In one order, so that two who need the same ones do not wait for each other. */
  private async lock(tx: EntityManager, names: string[]): Promise<void> {
    for (const name of [...new Set(names)].sort())
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${name}`]);
  }
}
