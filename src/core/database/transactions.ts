import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

type AfterCommit = () => void;

const waiting = new WeakMap<QueryRunner, AfterCommit[]>();

/** Opens the transaction of a verb; what was asked for with `afterCommit` runs once it is durable. */
@Injectable()
export class Transactions {
  constructor(private readonly database: DataSource) {}

  async run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    let acts: AfterCommit[] = [];
    const result = await this.database.transaction(async (tx) => {
      acts = [];
      waiting.set(tx.queryRunner!, acts);
      return work(tx);
    });
    for (const act of acts) act();
    return result;
  }
}

/** @param act must not throw: the write has succeeded whatever happens to what follows. */
export function afterCommit(tx: EntityManager, act: AfterCommit): void {
  const acts = waiting.get(tx.queryRunner!);
  if (!acts) throw new Error('afterCommit needs a transaction opened by Transactions.run');
  acts.push(act);
}
