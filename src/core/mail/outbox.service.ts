import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../config/config';
import type { Mail } from './mail';

export interface KeptMail extends Mail {
  /** ISO time. */
  at: string;
}

/** Where mails stay while no SMTP server is set: one file each, so that development needs no mail server. */
@Injectable()
export class Outbox {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'outbox');
  }

  /** Mails carry links that open accounts: the files are for their owner only. */
  async keep(mail: Mail): Promise<void> {
    const at = new Date().toISOString();
    const name = `${at.replaceAll(':', '.')}-${randomUUID()}`;
    const kept: KeptMail = { at, ...mail };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.folder, name), JSON.stringify(kept, null, 2), { mode: 0o600 });
    await rename(join(this.folder, name), join(this.folder, `${name}.json`)); // readers never see half a mail
  }

  /** Newest first. */
  async newest(limit: number): Promise<KeptMail[]> {
    const names = await readdir(this.folder).catch(() => []);
    const newest = names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
      .slice(0, limit);
    return Promise.all(newest.map((name) => this.read(name)));
  }

  private async read(name: string): Promise<KeptMail> {
    return JSON.parse(await readFile(join(this.folder, name), 'utf8')) as KeptMail;
  }
}
