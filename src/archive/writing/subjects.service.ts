import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { positional, TextKinds } from '../../core/texts/text-kinds';
import type { TextKind } from '../../core/texts/text-kind';

/** Of the whole hub, and useful to who reads about any of its partnerships. */
const OF_THE_HUB = ['/glossary', '/about', '/accessibility', '/privacy'];

/** What there is to read of a partnership: the paths of all its texts that a visitor may see, as the policies say. */
@Injectable()
export class Subjects {
  constructor(
    private readonly database: DataSource,
    private readonly texts: TextKinds,
  ) {}

  /** Paths without a language, its own first. */
  async of(partnership: { id: string; slug: string }): Promise<string[]> {
    const paths = new Set([`/partnerships/${partnership.slug}`]);
    for (const kind of this.texts.all)
      for (const path of await this.pathsOf(kind, partnership.id)) paths.add(path);
    return [...paths, ...OF_THE_HUB];
  }

  private async pathsOf(kind: TextKind, partnershipId: string): Promise<string[]> {
    const { path, shown, partnershipId: own, platformId } = kind.columns;
    const values: unknown[] = [partnershipId];
    const readable = positional(kind.readable(Actor.visitor), values);
    const rows = await this.database.query<{ path: string }[]>(
      `select distinct regexp_replace(${path}, '[?#].*$', '') as path
       from ${kind.table} owner ${kind.joins}
       where (${own} = $1 or ${platformId} in (select id from platforms where partnership_id = $1))
         and (${shown}) and ${readable}
       order by path`,
      values,
    );
    return rows.map((row) => row.path);
  }
}
