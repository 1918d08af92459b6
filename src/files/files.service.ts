import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { revise } from '../core/database/revise';
import { Transactions } from '../core/database/transactions';
import { Conflict, Invalid, NotFound } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';
import { Journal } from '../core/journal/journal';
import { FILE, FileReaders } from './file-readers.service';
import { FileTranslation, StoredFile } from './file.entity';
import type { FileInUse } from './file.policy';
import type { EditedFileFacts, FileView } from './file.schema';
import { findFiles, viewsOf } from './file-views';
import { Vault } from './vault.service';

const KIND = { name: FILE, entity: StoredFile, translation: FileTranslation, strings: ['alt' as const] };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What people do with files, and what texts do with them. Bringing them: Uploads. Their bytes: FileContents. */
@Injectable()
export class Files {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly readers: FileReaders,
    private readonly vault: Vault,
  ) {}

  /** @throws NotFound also when the actor may not read it */
  async find(actor: Actor, id: string, locales: readonly Locale[] = []): Promise<FileInUse> {
    const [file] = await findFiles(this.database.manager, 'file.id = :id', { id }, locales);
    if (!file) throw new NotFound();
    const standing = await this.readers.standing(actor, file);
    this.readers.policy.allow(actor, 'read', standing);
    return standing;
  }

  /**
   * Says which files a text uses, in its own order; what it used before and does not any more is let go. Called in the
   * transaction that writes the text. A person can only use what she may read, or what the text already uses.
   * @throws Invalid at `field` for any other file
   */
  async use(
    tx: EntityManager,
    actor: Actor,
    { kind, id }: { kind: string; id: string },
    fileIds: readonly string[],
    field = 'files',
  ): Promise<void> {
    const wanted = [...new Set(fileIds.map((each) => each.toLowerCase()))];
    await this.assertUsable(tx, actor, id, wanted, field);
    await tx.query('delete from file_uses where owner_id = $1 and file_id <> all($2::uuid[])', [id, wanted]);
    await tx.query(
      `insert into file_uses (file_id, kind, owner_id, position)
       select file_id, $1, $2, position from unnest($3::uuid[]) with ordinality as given (file_id, position)
       on conflict (owner_id, file_id) do update set position = excluded.position`,
      [kind, id, wanted],
    );
  }

  /** The files of texts that the reader is known to read, by the id of the text, in the text's order. */
  async of(
    kind: string,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Map<string, FileView[]>> {
    if (ids.length === 0) return new Map();
    const uses = await this.database.query<{ owner_id: string; file_id: string }[]>(
      'select owner_id, file_id from file_uses where kind = $1 and owner_id = any($2::uuid[]) order by position',
      [kind, ids],
    );
    const files = await this.named(
      uses.map(({ file_id }) => file_id),
      locales,
    );
    const found = new Map<string, FileView[]>();
    for (const { owner_id, file_id } of uses) {
      const file = files.get(file_id);
      if (file) found.set(owner_id, [...(found.get(owner_id) ?? []), file]);
    }
    return found;
  }

  /** Files by their ids, for texts that the reader is known to read and that use them. */
  async named(ids: readonly string[], locales: readonly Locale[]): Promise<Map<string, FileView>> {
    const wanted = ids.filter((id) => UUID.test(id));
    if (wanted.length === 0) return new Map();
    const where = 'file.id = any(:ids::uuid[])';
    const files = await findFiles(this.database.manager, where, { ids: wanted }, locales);
    const views = await viewsOf(this.database.manager, files, locales);
    return new Map(views.map((view) => [view.id, view]));
  }

  /** Says something else of a file. @throws Conflict with what stands now, when somebody saved first */
  async describe(
    actor: Actor,
    id: string,
    { baseRevision, weight, ...facts }: EditedFileFacts,
  ): Promise<void> {
    const standing = await this.find(actor, id);
    this.readers.policy.allow(actor, 'edit', standing);
    const alt = standing.file.width ? facts.alt : null;
    const saved = await this.transactions.run(async (tx) => {
      const change = { by: actor, weight };
      if (!(await revise(tx, KIND, id, baseRevision, { ...facts, alt }, change))) return false;
      const data = { revision: baseRevision + 1 };
      const subject = { kind: FILE, id };
      await this.journal.record(tx, 'file.described', { actor, subject, scope: subject, data });
      return true;
    });
    if (saved) return;
    const { file } = await this.find(actor, id);
    const { revision, locale, credit, licence, consent } = file;
    throw new Conflict({ revision, alt: file.alt, locale, credit, licence, consent });
  }

  /** Removes a file that no text uses. */
  async remove(actor: Actor, id: string): Promise<void> {
    const standing = await this.find(actor, id);
    this.readers.policy.allow(actor, 'remove', standing);
    const { type, size } = standing.file;
    await this.transactions.run(async (tx) => {
      const subject = { kind: FILE, id };
      await this.journal.record(tx, 'file.removed', { actor, subject, scope: subject, data: { type, size } });
      await this.vault.forget(tx, id);
    });
  }

  private async assertUsable(
    tx: EntityManager,
    actor: Actor,
    ownerId: string,
    wanted: string[],
    field: string,
  ): Promise<void> {
    const uses = await tx.query<{ file_id: string }[]>('select file_id from file_uses where owner_id = $1', [
      ownerId,
    ]);
    const used = new Set(uses.map(({ file_id }) => file_id));
    const fresh = wanted.filter((each) => !used.has(each));
    if (fresh.length === 0) return;
    const sound = fresh.every((each) => UUID.test(each));
    const readable = sound ? await this.readers.among(actor, fresh, tx) : new Set<string>();
    if (fresh.some((each) => !readable.has(each))) throw Invalid.field(field, 'files:refusal.unknown');
  }
}
