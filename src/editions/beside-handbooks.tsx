import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { handbookPolicy } from '../handbooks/handbook.policy';
import { HandbookSurroundings } from '../handbooks/reading/handbook-surroundings';
import { EditionFiles } from './building/edition-files.service';
import { EditionsInShort } from './editions-in-short';
import { Editions } from './editions.service';

/** Beside a handbook: its newest edition in each language. */
@Injectable()
export class BesideHandbooks extends HandbookSurroundings {
  constructor(
    private readonly database: DataSource,
    private readonly editions: Editions,
    private readonly files: EditionFiles,
  ) {
    super();
  }

  async of(actor: Actor, slug: string) {
    const { handbook, editions } = await this.editions.of(actor, slug);
    const newest = editions.filter(
      ({ locale }, place) => editions.findIndex((each) => each.locale === locale) === place,
    );
    const mayFreeze = handbookPolicy.may(actor, 'freeze', handbook);
    if (newest.length === 0 && !mayFreeze) return null;
    const files = await this.files.of(newest.map(({ id }) => id));
    return <EditionsInShort handbook={slug} newest={newest} files={files} mayFreeze={mayFreeze} />;
  }

  async state(handbookId: string): Promise<unknown> {
    const [row] = await this.database.query<{ state: unknown }[]>(
      `select count(*) || ' ' || count(*) filter (where file.state = 'ready') as state
       from editions edition left join edition_files file on file.edition_id = edition.id
       where edition.handbook_id = $1`,
      [handbookId],
    );
    return row?.state;
  }
}
