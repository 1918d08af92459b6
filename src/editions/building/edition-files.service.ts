import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Key } from '../../core/i18n/keys';
import { Journal } from '../../core/journal/journal';
import { ObjectStore } from '../../core/storage/object-store';
import type { Book } from '../book';
import type { EditionFile } from '../edition';
import type { Format } from './format';

const COLUMNS = 'format, state, done, sha256, bytes::int as bytes, problem';

/** The files of editions: which there are, how far those are that are being made, and their bytes. */
@Injectable()
export class EditionFiles {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
    private readonly store: ObjectStore,
  ) {}

  /** By edition, for those that may be read. */
  async of(editionIds: readonly string[]): Promise<Map<string, EditionFile[]>> {
    const rows = await this.database.query<(EditionFile & { editionId: string })[]>(
      `select edition_id as "editionId", ${COLUMNS} from edition_files where edition_id = any($1)`,
      [editionIds],
    );
    const files = new Map(editionIds.map((id) => [id, [] as EditionFile[]]));
    for (const { editionId, ...file } of rows) files.get(editionId)!.push(file);
    return files;
  }

  /** It will be made, or made again, soon. */
  async ask(
    tx: EntityManager,
    actor: Actor,
    editionId: string,
    format: Format,
    scope: { kind: string; id: string },
  ): Promise<void> {
    await tx.query(
      `insert into edition_files (edition_id, format, state) values ($1, $2, 'waiting')
       on conflict (edition_id, format) do update
         set state = 'waiting', done = 0, problem = null, asked_at = clock_timestamp()
         where edition_files.state = 'failed'`,
      [editionId, format],
    );
    const subject = { kind: 'edition', id: editionId };
    await this.journal.record(tx, 'edition_file.asked', { actor, subject, scope, data: { format } });
  }

  /** @returns the book to be written; `undefined` when the file is there already */
  async begin(editionId: string, format: Format): Promise<Book | undefined> {
    const [rows] = await this.database.query<[{ book: Book }[], number]>(
      `update edition_files file set state = 'building', done = 0, problem = null
       from editions edition
       where edition.id = file.edition_id and file.edition_id = $1 and file.format = $2 and file.state <> 'ready'
       returning edition.book`,
      [editionId, format],
    );
    return rows[0]?.book;
  }

  async progress(editionId: string, format: Format, done: number): Promise<void> {
    await this.database.query(
      `update edition_files set done = $3 where edition_id = $1 and format = $2 and state = 'building'`,
      [editionId, format, done],
    );
  }

  async finish(tx: EntityManager, editionId: string, format: Format, sha256: string, bytes: number) {
    await tx.query(
      `update edition_files set state = 'ready', done = 1, sha256 = $3, bytes = $4, finished_at = clock_timestamp()
       where edition_id = $1 and format = $2`,
      [editionId, format, sha256, bytes],
    );
  }

  async fail(editionId: string, format: Format, problem: Key): Promise<void> {
    await this.database.query(
      `update edition_files set state = 'failed', problem = $3 where edition_id = $1 and format = $2`,
      [editionId, format, problem],
    );
  }

  /** @throws NotFound as long as it is not made */
  async content(
    editionId: string,
    format: Format,
  ): Promise<{ stream: Readable; bytes: number; sha256: string }> {
    const [file] = await this.database.query<EditionFile[]>(
      `select ${COLUMNS} from edition_files where edition_id = $1 and format = $2 and state = 'ready'`,
      [editionId, format],
    );
    const stream = file?.sha256 && (await this.store.get(file.sha256));
    if (!stream) throw new NotFound();
    return { stream, bytes: file.bytes!, sha256: file.sha256! };
  }
}
