import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound, Refusal } from '../../core/errors/refusal';
import { type Ground, Grounds } from '../grounds.service';
import { Evidence } from '../evidence.service';
import type { Subject } from '../relation';
import { SOURCE } from '../source';
import { Sources } from '../sources.service';
import { StatementKinds } from '../statement-kinds.service';
import { Addresses } from './addresses.service';
import type { NewEvidence } from './citing.schema';

/** Citing for people and programs: the door of every statement, whatever its kind; that decides who may. */
@Injectable()
export class Citing {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly evidence: Evidence,
    private readonly sources: Sources,
    private readonly addresses: Addresses,
    private readonly statements: StatementKinds,
    private readonly grounds: Grounds,
  ) {}

  /** The statement itself. @throws NotFound when it is none, or not for this reader */
  async statement(actor: Actor, { kind, id }: Subject): Promise<Ground> {
    this.statements.named(kind);
    const found = (await this.grounds.among(this.database, actor, kind, [id])).get(id);
    if (!found) throw new NotFound();
    return found;
  }

  /** Whether this actor may say what the statement rests on. */
  async may(actor: Actor, { kind, id }: Subject): Promise<boolean> {
    try {
      await this.transactions.run((tx) => this.statements.named(kind).allowCiting(tx, actor, id));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** @throws Invalid, NotFound, SignInRequired, Forbidden */
  async cite(actor: Actor, statement: Subject, given: NewEvidence): Promise<string> {
    const kind = this.statements.named(statement.kind);
    return this.transactions.run(async (tx) => {
      await kind.allowCiting(tx, actor, statement.id);
      const ground = await this.groundOf(tx, actor, given);
      const relation = given.relation ?? kind.relationTo(ground.kind);
      return this.evidence.cite(tx, actor, statement, { relation, ground, quote: given.quote });
    });
  }

  async drop(actor: Actor, id: string): Promise<void> {
    await this.transactions.run((tx) => this.evidence.drop(tx, actor, id));
  }

  /** @throws Invalid at `quote` when the words that were quoted do not stand there any more */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.transactions.run((tx) => this.evidence.confirm(tx, actor, id));
  }

  /** Whose link it is. @throws NotFound */
  async statementOf(id: string): Promise<Subject> {
    const [row] = await this.database.query<Subject[]>(
      'select statement_kind as kind, statement_id as id from evidence where id = $1',
      [id],
    );
    if (!row) throw new NotFound();
    return row;
  }

  private async groundOf(
    tx: EntityManager,
    actor: Actor,
    { ground, address, source }: NewEvidence,
  ): Promise<Subject> {
    if (ground) return ground;
    if (address !== undefined) return this.addresses.find(tx, actor, address);
    if (!source) throw Invalid.field('ground', 'evidence:problem.one_ground');
    return { kind: SOURCE, id: await this.sources.add(tx, actor, source) };
  }
}
