import { Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { Forbidden, SignInRequired } from '../core/errors/refusal';
import type { IncomingFile } from '../core/http/upload';
import type { Locale } from '../core/i18n/locales';
import { Journal } from '../core/journal/journal';
import { StoredFile } from './file.entity';
import type { NewFileFacts } from './file.schema';
import { FILE } from './file-readers.service';
import { badFile } from './intake/bad-file';
import { Intake, type Received } from './intake/intake.service';
import { Vault } from './vault.service';

/** What one person may leave lying about without using it in a text. */
const MOST_UNUSED = 200;
const MOST_UNUSED_MEGABYTES = 500;

/** Bringing files. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly intake: Intake,
    private readonly vault: Vault,
  ) {}

  /**
   * Takes a file in; nobody but the uploader can read it until a text uses it. Once this has returned, it is safe.
   * @returns its id
   * @throws Invalid that says what is wrong with the file
   */
  async upload(
    actor: Actor,
    file: IncomingFile | undefined,
    facts: NewFileFacts & { locale: Locale },
  ): Promise<string> {
    if (!actor.signedIn && !actor.system) throw new SignInRequired();
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    if (!file) throw badFile('files:refusal.no_file');
    await this.assertRoom(actor);
    const received = await this.intake.receive(file.path, file.originalname);
    try {
      return await this.transactions.run((tx) => this.keep(tx, actor, received, facts));
    } finally {
      for (const { path } of received.pieces) await rm(path, { force: true });
    }
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { name, pieces }: Received,
    { alt = null, credit = null, licence = null, consent = null, locale }: NewFileFacts & { locale: Locale },
  ): Promise<string> {
    await this.vault.keep(tx, pieces);
    const [{ sha256, type, size, width, height }, ...smaller] = pieces;
    const about = { alt: width ? alt : null, credit, licence, consent, locale };
    const row = { name, sha256, type, size, width, height, uploaderId: actor.person?.id ?? null };
    const { identifiers } = await tx.insert(StoredFile, { ...row, ...about });
    const { id } = identifiers[0] as { id: string };
    for (const each of smaller)
      await tx.query(
        'insert into file_variants (file_id, width, height, sha256, type, size) values ($1, $2, $3, $4, $5, $6)',
        [id, each.width, each.height, each.sha256, each.type, each.size],
      );
    const subject = { kind: FILE, id };
    await this.journal.record(tx, 'file.uploaded', { actor, subject, scope: subject, data: { type, size } });
    return id;
  }

  private async assertRoom({ person }: Actor): Promise<void> {
    if (!person) return;
    const [{ count, size }] = await this.database.query<[{ count: number; size: number }]>(
      `select count(*)::int as count, coalesce(sum(size), 0)::float as size from files
       where uploader_id = $1 and not exists (select from file_uses where file_id = files.id)`,
      [person.id],
    );
    if (count >= MOST_UNUSED || size > MOST_UNUSED_MEGABYTES * 1024 * 1024)
      throw badFile('files:refusal.too_many_unused');
  }
}
