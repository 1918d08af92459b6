import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import type { FileInUse } from './file.policy';
import type { OwnFiles, OwnFileView } from './file.schema';
import { findFiles, viewsOf } from './file-views';
import { FileReaders } from './file-readers.service';
import { Files } from './files.service';

const PAGE = 24;

interface Viewer {
  actor: Actor;
  locales: readonly Locale[];
}

/** Files as their owners see them: with what may be done. */
@Injectable()
export class FileShelf {
  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
    private readonly readers: FileReaders,
  ) {}

  /** @throws NotFound */
  async one(viewer: Viewer, id: string): Promise<OwnFileView> {
    return (await this.withTexts(viewer, id)).view;
  }

  /** The same with the texts that use it, as far as the reader may read them. @throws NotFound */
  async withTexts(
    { actor, locales }: Viewer,
    id: string,
  ): Promise<{ view: OwnFileView; texts: FileInUse['texts'] }> {
    const standing = await this.files.find(actor, id, locales);
    const [view] = await this.viewsOf(actor, [standing], locales);
    return { view: view!, texts: standing.texts };
  }

  /** What somebody has brought, the newest first. */
  async own({ actor, locales }: Viewer, page: number): Promise<OwnFiles> {
    const owner = actor.person?.id ?? null;
    const rows = await this.database.query<{ id: string; used: boolean; count: number }[]>(
      `select id, exists (select from file_uses where file_id = files.id) as used, count(*) over ()::int as count
       from files where uploader_id = $1 order by created_at desc, id limit ${PAGE} offset $2`,
      [owner, (page - 1) * PAGE],
    );
    const ids = rows.map(({ id }) => id);
    const found = await findFiles(this.database.manager, 'file.id = any(:ids::uuid[])', { ids }, locales);
    const standing = found.map((file) => ({
      file,
      used: rows.some(({ id, used }) => id === file.id && used),
      held: false,
      texts: [],
    }));
    const files = await this.viewsOf(actor, standing, locales);
    return { files, page, pages: Math.max(1, Math.ceil((rows[0]?.count ?? 0) / PAGE)) };
  }

  private async viewsOf(
    actor: Actor,
    standing: FileInUse[],
    locales: readonly Locale[],
  ): Promise<OwnFileView[]> {
    const views = await viewsOf(
      this.database.manager,
      standing.map(({ file }) => file),
      locales,
    );
    return views.map((view, place) => {
      const each = standing[place]!;
      return { ...view, can: this.readers.policy.can(actor, each), used: each.used };
    });
  }
}
