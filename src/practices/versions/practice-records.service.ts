import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { withTranslations } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import { PracticeAccess } from '../practice-access.service';
import { casesOf, type PracticeCase } from '../practice-case';
import type { Practice } from '../practice.entity';
import { isInvolved } from '../practice.policy';
import { PracticeActor } from '../rows/practice-actor.entity';
import { PracticeLink } from '../rows/practice-link.entity';
import { PracticeResult } from '../rows/practice-result.entity';
import type { PracticeRow } from '../rows/practice-row.entity';
import { PracticeTransfer } from '../rows/practice-transfer.entity';
import { PracticeVersions, type PracticeLists, type PracticeVersion } from './practice-versions.service';

/** A case as somebody may read it, with the translations that she might be shown (`rendered`). */
export interface PracticeRecord extends PracticeLists {
  standing: PracticeCase;
  /** As it was frozen, while its next version is being written by others. */
  row: Practice;
  transfers: PracticeTransfer[];
}

/** The one way to read cases: nobody but those who write it sees half a version. */
@Injectable()
export class PracticeRecords {
  constructor(
    private readonly database: DataSource,
    private readonly access: PracticeAccess,
    private readonly versions: PracticeVersions,
  ) {}

  /** @throws NotFound */
  async bySlug(actor: Actor, slug: string, locales: readonly string[]): Promise<PracticeRecord> {
    const { id } = await this.access.to(actor, 'read', slug);
    const [record] = await this.of(actor, [id], locales);
    if (!record) throw new NotFound();
    return record;
  }

  /** Those of these cases that the actor may read, in the order of the ids. */
  async of(actor: Actor, ids: readonly string[], locales: readonly string[]): Promise<PracticeRecord[]> {
    if (ids.length === 0) return [];
    const query = this.access.readable(actor).andWhere('practice.id = any(:ids)', { ids });
    const rows = new Map(
      (await withTranslations(query, 'practice', locales).getMany()).map((row) => [row.id, row]),
    );
    const found = ids.filter((id) => rows.has(id));
    const standings = await casesOf(this.database, found);
    const [actors, results, links, transfers] = await Promise.all([
      this.list(PracticeActor, found, locales),
      this.list(PracticeResult, found, locales),
      this.list(PracticeLink, found, locales),
      this.list(PracticeTransfer, found, locales),
    ]);
    const own = <Row extends PracticeRow>(list: Row[], id: string) =>
      list.filter((row) => row.practiceId === id);
    const records = found.map((id) => ({
      standing: standings.get(id)!,
      row: rows.get(id)!,
      ...{
        actors: own(actors, id),
        results: own(results, id),
        links: own(links, id),
        transfers: own(transfers, id),
      },
    }));
    const rewritten = records.filter(({ standing }) => isRewritten(standing) && !isInvolved(actor, standing));
    const frozen = await this.versions.newestOf(rewritten.map(({ row }) => row.id));
    return records.map((record) => {
      const version = rewritten.includes(record) ? frozen.get(record.row.id) : undefined;
      return version ? asFrozen(record, version) : record;
    });
  }

  private list<Row extends PracticeRow>(
    entity: EntityTarget<Row>,
    ids: readonly string[],
    locales: readonly string[],
  ): Promise<Row[]> {
    const query = this.database
      .createQueryBuilder(entity, 'row')
      .where('row.practiceId = any(:ids)', { ids });
    return withTranslations(query, 'row', locales).orderBy('row.position').addOrderBy('row.id').getMany();
  }
}

const isRewritten = ({ state, version }: PracticeCase): boolean => state === 'editing' && version > 0;

/** What was frozen, with the translations that were made of it. */
function asFrozen(
  record: PracticeRecord,
  { strings, facts, revision, lists }: PracticeVersion,
): PracticeRecord {
  const row = Object.assign(
    Object.create(Object.getPrototypeOf(record.row) as object) as Practice,
    record.row,
    {
      ...strings,
      ...facts,
      revision,
    },
  );
  const own = <Row extends PracticeRow & { translations?: unknown }>(frozen: Row[], now: Row[]): Row[] =>
    frozen.map((each) => ({
      ...each,
      translations: now.find(({ id }) => id === each.id)?.translations ?? [],
    }));
  return {
    ...record,
    row,
    actors: own(lists.actors, record.actors),
    results: own(lists.results, record.results),
    links: own(lists.links, record.links),
  };
}
