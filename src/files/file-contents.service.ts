import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import { StoredFile } from './file.entity';
import { Files } from './files.service';
import { Vault } from './vault.service';

/** One size of a file, which can be opened. */
export interface FileContent {
  name: string;
  type: string;
  size: number;
  sha256: string;
  image: boolean;
  open: () => Promise<Readable>;
}

/** The bytes of files. */
@Injectable()
export class FileContents {
  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
    private readonly vault: Vault,
  ) {}

  /**
   * For who may read it. @param width of an image: the next larger size that there is
   * @throws NotFound also when the actor may not read it
   */
  async content(actor: Actor, id: string, width?: number): Promise<FileContent> {
    const { file } = await this.files.find(actor, id);
    return this.sized(file, width);
  }

  /** The whole of it, for what the hub itself makes of texts that use it: books, archives. */
  async bytes(id: string, width?: number): Promise<{ type: string; name: string; content: Buffer }> {
    const file = await this.database.manager.findOneBy(StoredFile, { id });
    if (!file) throw new NotFound();
    const { type, name, open } = await this.sized(file, width);
    return { type, name, content: await buffer(await open()) };
  }

  private async sized(file: StoredFile, width: number | undefined): Promise<FileContent> {
    const { id, name } = file;
    const [smaller] =
      width === undefined || file.width === null
        ? []
        : await this.database.query<Pick<StoredFile, 'type' | 'size' | 'sha256'>[]>(
            `select type, size, sha256 from file_variants where file_id = $1 and width >= $2
             order by width limit 1`,
            [id, width],
          );
    const { type, size, sha256 } = smaller ?? file;
    return { name, type, size, sha256, image: file.width !== null, open: () => this.vault.open(sha256) };
  }
}
