import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import type { IncomingFile } from '../../core/http/upload';
import type { Locale } from '../../core/i18n/locales';
import { Uploads } from '../../files/uploads.service';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';

/** A form without a script brings a file with its post; none was chosen: an empty one comes. */
@Injectable()
export class BroughtFiles {
  constructor(
    private readonly threads: Threads,
    private readonly uploads: Uploads,
  ) {}

  /** @returns the ids for the post, none or one */
  async bring(
    actor: Actor,
    threadId: string,
    file: IncomingFile | undefined,
    { fileAlt, locale }: { fileAlt?: string | undefined; locale: Locale },
  ): Promise<string[]> {
    if (!file || (file.size === 0 && !file.originalname)) return [];
    threadPolicy.allow(actor, 'reply', await this.threads.place(actor, threadId));
    return [await this.uploads.upload(actor, file, { alt: fileAlt?.trim() || null, locale })];
  }
}
