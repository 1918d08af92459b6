import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../../core/database/transactions';
import type { Locale } from '../../core/i18n/locales';
import { TranslationMemory, hashOf, type Pair } from '../memory/translation-memory.service';
import type { KeptSurroundings, Outcome, Wanted } from './consignment';
import { MachineTiming } from './machine-timing';
import { MachineUsage } from './machine-usage.service';

/** What was asked of a provider in one request, and is paid for once. */
export interface MachineRequest {
  id: string;
  provider: string;
  kind: string;
  ownerId: string;
  from: Locale;
  to: Locale;
  place: string | null;
  segments: Wanted[];
  surroundings: KeptSurroundings;
  characters: number;
  month: string;
  state: 'waiting' | 'sent' | 'answered' | 'given_up';
  attempts: number;
}

export type NewRequest = Omit<MachineRequest, 'id' | 'month' | 'state' | 'attempts'>;

const COLUMNS = `id, provider, kind, owner_id as "ownerId", source_locale as "from", target_locale as "to", place,
  segments, surroundings, characters, month::text, state, attempts`;

/** The requests to providers. An answer and what follows from it are one transaction: nothing is paid for and lost. */
@Injectable()
export class MachineRequests {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly memory: TranslationMemory,
    private readonly usage: MachineUsage,
    private readonly timing: MachineTiming,
  ) {}

  /** Those of a text that have no answer. */
  async openOf(ownerId: string, to: Locale, provider: string): Promise<MachineRequest[]> {
    return this.database.query(
      `select ${COLUMNS} from machine_requests
       where owner_id = $1 and target_locale = $2 and provider = $3 and state in ('waiting', 'sent') order by made_at`,
      [ownerId, to, provider],
    );
  }

  /** What other texts have sent and wait for. */
  async underWay({ from, to, place }: Pair, provider: string): Promise<Set<string>> {
    const rows = await this.database.query<{ source: string }[]>(
      `select segment->>'source' as source from machine_requests, jsonb_array_elements(segments) segment
       where provider = $1 and source_locale = $2 and target_locale = $3 and place is not distinct from $4
         and state = 'sent'`,
      [provider, from, to, place],
    );
    return new Set(rows.map(({ source }) => source));
  }

  /** @throws BudgetSpent */
  async make(request: NewRequest): Promise<MachineRequest> {
    const { provider, kind, ownerId, from, to, place, segments, surroundings, characters } = request;
    return this.transactions.run(async (tx) => {
      await this.usage.spend(tx, provider, characters);
      const [row] = await tx.query<[MachineRequest]>(
        `insert into machine_requests
           (provider, kind, owner_id, source_locale, target_locale, place, segments, surroundings, characters, month)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, date_trunc('month', now() at time zone 'utc')::date)
         returning ${COLUMNS}`,
        [
          ...[provider, kind, ownerId, from, to, place],
          ...[JSON.stringify(segments), JSON.stringify(surroundings), characters],
        ],
      );
      return row;
    });
  }

  async tried({ id }: MachineRequest): Promise<void> {
    await this.database.query('update machine_requests set attempts = attempts + 1 where id = $1', [id]);
  }

  /** Unless its answer was quicker than the number. */
  async sent({ id }: MachineRequest, number: string): Promise<void> {
    await this.database.query(
      `update machine_requests set state = 'sent', provider_number = $2, sent_at = clock_timestamp()
       where id = $1 and state = 'waiting'`,
      [id, number],
    );
  }

  /** The first answer counts. @returns whether it was this one */
  async answered(
    id: string,
    read: (request: MachineRequest) => Outcome[],
  ): Promise<MachineRequest | undefined> {
    return this.transactions.run(async (tx) => {
      const request = await this.locked(tx, id);
      if (!request) return undefined;
      const outcomes = read(request);
      const origin = `machine:${request.provider}`;
      const made = outcomes.flatMap((one) =>
        'text' in one ? [{ source: one.source, target: one.text, origin }] : [],
      );
      await this.memory.remember(tx, request, made);
      for (const one of outcomes) if ('defect' in one) await this.refuse(tx, request, one.source, one.defect);
      await this.finish(tx, request, 'answered');
      return request;
    });
  }

  /** It could not, this time. */
  async failed(id: string, reason: string): Promise<MachineRequest | undefined> {
    const [[request]] = await this.database.query<[MachineRequest[], number]>(
      `update machine_requests set state = 'waiting', reason = $2 where id = $1 and state = 'sent' returning ${COLUMNS}`,
      [id, reason],
    );
    if (request && request.attempts >= this.timing.calls) await this.giveUp(id, 'provider');
    return request;
  }

  /** It will never be answered: its segments are not sent again, and it costs nothing. */
  async giveUp(id: string, reason: string): Promise<MachineRequest | undefined> {
    return this.transactions.run(async (tx) => {
      const request = await this.locked(tx, id);
      if (!request) return undefined;
      for (const { source } of request.segments) await this.refuse(tx, request, source, reason);
      await this.drop(tx, request, reason);
      return request;
    });
  }

  /** Nobody needs it any more: the text has changed before it was sent. */
  async withdraw(id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const request = await this.locked(tx, id);
      if (request) await this.drop(tx, request, 'withdrawn');
    });
  }

  /** Calls that never came: they are asked for again, some times. @returns those that were given up */
  async missed(): Promise<MachineRequest[]> {
    const rows = await this.database.query<MachineRequest[]>(
      `select ${COLUMNS} from machine_requests
       where state = 'sent' and sent_at < now() - $1 * interval '1 millisecond'`,
      [this.timing.unanswered],
    );
    for (const { id, attempts } of rows) {
      if (attempts >= this.timing.calls) await this.giveUp(id, 'no_answer');
      else await this.database.query(`update machine_requests set state = 'waiting' where id = $1`, [id]);
    }
    return rows;
  }

  /** Why some of these were refused before, by source. */
  async refusals(sources: readonly string[], pair: Pair, provider: string): Promise<Map<string, string>> {
    const rows = await this.database.query<{ source_hash: string; reason: string }[]>(
      `select source_hash, reason from machine_refusals where source_hash = any($1) and source_locale = $2
         and target_locale = $3 and provider = $4 and place is not distinct from $5`,
      [sources.map(hashOf), pair.from, pair.to, provider, pair.place],
    );
    const reasons = new Map(rows.map((row) => [row.source_hash, row.reason]));
    return new Map(
      sources.flatMap((source) => {
        const reason = reasons.get(hashOf(source));
        return reason === undefined ? [] : [[source, reason] as const];
      }),
    );
  }

  private async locked(tx: EntityManager, id: string): Promise<MachineRequest | undefined> {
    const [row] = await tx.query<MachineRequest[]>(
      `select ${COLUMNS} from machine_requests where id = $1 and state in ('waiting', 'sent') for update`,
      [id],
    );
    return row;
  }

  private async refuse(
    tx: EntityManager,
    request: MachineRequest,
    source: string,
    reason: string,
  ): Promise<void> {
    await tx.query(
      `insert into machine_refusals (source_hash, source_locale, target_locale, provider, place, reason)
       values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint machine_refusals_once do update set reason = excluded.reason, at = clock_timestamp()`,
      [hashOf(source), request.from, request.to, request.provider, request.place, reason],
    );
  }

  private async drop(tx: EntityManager, request: MachineRequest, reason: string): Promise<void> {
    await this.usage.giveBack(tx, request.provider, request.month, request.characters);
    await this.finish(tx, request, 'given_up', reason);
  }

  /** What it said is forgotten here: answers stand in the memory, and what was refused stands in its text. */
  private async finish(
    tx: EntityManager,
    { id }: MachineRequest,
    state: string,
    reason?: string,
  ): Promise<void> {
    await tx.query(
      `update machine_requests set state = $2, reason = $3, segments = '[]', surroundings = '{}',
         ended_at = clock_timestamp() where id = $1`,
      [id, state, reason ?? null],
    );
  }
}
