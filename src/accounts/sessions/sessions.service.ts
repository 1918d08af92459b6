import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, SignInRequired } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { PUBLIC_SESSION_ID } from './session-id';
import { sessionPolicy } from './session.policy';
import type { SessionView } from './session.schema';

interface Row {
  id: string;
  personId: string;
  agent: string | null;
  since: string | null;
  expiresAt: Date;
}

/** Where a person is signed in, and how she stops being so. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  async list(actor: Actor): Promise<SessionView[]> {
    const { where, parameters } = sessionPolicy.readable(actor, 'session');
    const rows = await this.database
      .createQueryBuilder()
      .select(PUBLIC_SESSION_ID, 'id')
      .addSelect('session.person_id', 'personId')
      .addSelect(`session.sess->>'agent'`, 'agent')
      .addSelect(`session.sess->>'since'`, 'since')
      .addSelect('session.expire', 'expiresAt')
      .from('sessions', 'session')
      .where(where, parameters)
      .andWhere('session.expire > now()')
      .orderBy('since', 'DESC')
      .getRawMany<Row>();
    return rows.map((row) => view(actor, row));
  }

  /** @param id public id. @throws NotFound for somebody else's as for one that is gone */
  async end(actor: Actor, id: string): Promise<void> {
    const session = (await this.list(actor)).find((each) => each.id === id);
    if (!session || !actor.person) throw new NotFound();
    const personId = actor.person.id;
    sessionPolicy.allow(actor, 'end', { personId });
    await this.transactions.run((tx) => this.remove(tx, actor, personId, `${PUBLIC_SESSION_ID} = $2`, id));
  }

  /** Everywhere but here. Asked with an API token: everywhere. */
  async endOthers(actor: Actor): Promise<void> {
    const personId = actor.person?.id;
    if (!personId) throw new SignInRequired();
    sessionPolicy.allow(actor, 'end', { personId });
    await this.transactions.run((tx) => this.endAll(tx, actor, personId));
  }

  /** Ends every session of a person, but the one that the actor speaks through. Who may is the caller's business. */
  async endAll(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    const spared = actor.credential?.kind === 'session' ? actor.credential.id : null;
    await this.remove(tx, actor, personId, `${PUBLIC_SESSION_ID} is distinct from $2::uuid`, spared);
  }

  private async remove(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    which: string,
    id: string | null,
  ): Promise<void> {
    const [rows] = await tx.query<[{ id: string }[]]>(
      `delete from sessions session where person_id = $1 and ${which} returning ${PUBLIC_SESSION_ID} as id`,
      [personId, id],
    );
    for (const row of rows) {
      await this.journal.record(tx, 'session.ended', {
        actor,
        subject: { kind: 'session', id: row.id },
        scope: { kind: 'person', id: personId },
        data: {},
      });
    }
  }
}

const view = (actor: Actor, { id, personId, agent, since, expiresAt }: Row): SessionView => ({
  id,
  agent: agent ?? '',
  since: since ?? '',
  expiresAt: expiresAt.toISOString(),
  current: actor.credential?.id === id,
  can: sessionPolicy.can(actor, { personId }),
});
