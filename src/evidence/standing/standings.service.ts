import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import type { Weight } from '../../core/texts/original-revisions';
import { EvidenceJournal } from '../evidence-journal.service';
import { EVIDENCE_COLUMNS, type EvidenceRow } from '../evidence-rows';
import { type Ground, Grounds } from '../grounds.service';
import { isQuoted } from '../quotation';
import type { EvidenceStanding, Subject } from '../relation';
import { SOURCE } from '../source';
import { StatementKinds } from '../statement-kinds.service';
import { Keepers } from './keepers.service';

interface Ended {
  revision: number;
  weight: Weight;
}

/** Writes on every link whether its ground still stands, and tells those who answer for what rests on it. */
@Injectable()
export class Standings {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: Grounds,
    private readonly statements: StatementKinds,
    private readonly journal: EvidenceJournal,
    private readonly keepers: Keepers,
  ) {}

  /** Something happened to this ground: looks at all that was cited from it. Safe to be asked twice. */
  async look(ground: Subject): Promise<void> {
    await this.transactions.run(async (tx) => {
      const links = await tx.query<EvidenceRow[]>(
        `select ${EVIDENCE_COLUMNS} from evidence where ground_kind = $1 and ground_id = $2 order by id for update`,
        [ground.kind, ground.id],
      );
      if (links.length === 0) return;
      const now = (await this.grounds.among(tx, Actor.system, ground.kind, [ground.id])).get(ground.id);
      const replaced = await this.statements.of(ground.kind)?.isReplaced(tx, ground.id);
      const changes = await changesOf(tx, ground);
      for (const link of links) await this.turn(tx, link, standingOf(link, now, replaced ?? false, changes));
    });
  }

  private async turn(tx: EntityManager, row: EvidenceRow, standing: EvidenceStanding): Promise<void> {
    if (standing === row.standing) return;
    await tx.query('update evidence set standing = $2, standing_since = clock_timestamp() where id = $1', [
      row.id,
      standing,
    ]);
    const link = {
      ...{ id: row.id, relation: row.relation },
      statement: { kind: row.statement_kind, id: row.statement_id },
      ground: { kind: row.ground_kind, id: row.ground_id },
    };
    if (standing === 'sound') return this.journal.record(tx, Actor.system, 'evidence.steadied', link);
    const entry = await this.journal.shaken(tx, link, standing);
    await this.keepers.tell(tx, link.statement, standing, entry.id);
  }
}

/** How much each change weighed, by the revision that it ended. */
const changesOf = (tx: EntityManager, { kind, id }: Subject): Promise<Ended[]> =>
  tx.query<Ended[]>('select revision, weight from original_revisions where kind = $1 and owner_id = $2', [
    kind,
    id,
  ]);

function standingOf(
  link: EvidenceRow,
  ground: Ground | undefined,
  replaced: boolean,
  changes: Ended[],
): EvidenceStanding {
  if (!ground?.shown) return 'withdrawn';
  if (link.ground_kind === SOURCE) return ground.source?.deadSince ? 'dead' : 'sound';
  if (replaced) return 'replaced';
  return isAsCited(link, ground, changes) ? 'sound' : 'changed';
}

/** Typos may be mended as long as the quoted words are left; anything else must be looked at. */
function isAsCited(link: EvidenceRow, { revision, text }: Ground, changes: Ended[]): boolean {
  const cited = link.ground_revision;
  if (cited === null || revision === null || revision <= cited) return true;
  const since = changes.filter((change) => change.revision >= cited && change.revision < revision);
  const onlyTypos = since.length === revision - cited && since.every(({ weight }) => weight === 'typo');
  return onlyTypos && (link.quote === null || !text || isQuoted(link.quote, text.strings));
}
