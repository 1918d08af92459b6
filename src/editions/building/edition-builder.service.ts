import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Refusal } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { IncomingFiles } from '../../core/storage/incoming-files.service';
import { ObjectStore } from '../../core/storage/object-store';
import type { Book } from '../book';
import { EditionFiles } from './edition-files.service';
import type { Format } from './format';
import { WRITERS } from './writers';
import type { Means } from './writer';

/** Milliseconds between two words about how far it is. */
const PACE = 400;

/** Makes the files of editions, one after the other, in the worker. */
@Injectable()
export class EditionBuilder {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly files: EditionFiles,
    private readonly store: ObjectStore,
    private readonly incoming: IncomingFiles,
  ) {}

  /** Making it twice is making it once. @throws what may go better the next time */
  async build(editionId: string, format: Format, scope: { kind: string; id: string }): Promise<void> {
    const book = await this.files.begin(editionId, format);
    if (!book) return;
    try {
      const bytes = await WRITERS[format](book, this.means(book, editionId, format));
      await this.keep(editionId, format, scope, bytes);
    } catch (error) {
      const known = error instanceof Refusal;
      await this.files.fail(editionId, format, known ? error.key : 'editions:problem.failed');
      if (!known) throw error;
    }
  }

  private async keep(editionId: string, format: Format, scope: { kind: string; id: string }, bytes: Buffer) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.incoming.place();
    await writeFile(path, bytes);
    await this.store.put(sha256, path);
    await this.transactions.run(async (tx) => {
      await this.files.finish(tx, editionId, format, sha256, bytes.length);
      const subject = { kind: 'edition', id: editionId };
      const data = { format, bytes: bytes.length };
      await this.journal.record(tx, 'edition_file.made', { actor: Actor.system, subject, scope, data });
    });
  }

  private means(book: Book, editionId: string, format: Format): Means {
    let told = performance.now();
    return {
      picture: (file) => this.picture(book, file),
      progress: (share) => {
        if (performance.now() - told < PACE) return;
        told = performance.now();
        void this.files.progress(editionId, format, share).catch(() => undefined); // it is only a courtesy
      },
    };
  }

  /** As every format can show it. */
  private async picture(book: Book, file: string): Promise<Awaited<ReturnType<Means['picture']>>> {
    const facts = book.figures[file];
    const stream = facts && (await this.store.get(facts.sha256));
    if (!stream) throw new Refusal(409, 'editions:problem.picture');
    const bytes = await buffer(stream);
    if (facts.type === 'image/jpeg' || facts.type === 'image/png') return { bytes, type: facts.type };
    return { bytes: await sharp(bytes).png().toBuffer(), type: 'image/png' };
  }
}
