import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Forbidden } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { MachineHealth, type Health } from './machine-health.service';
import { hostOf } from './machine-host';
import { MachineTasks, type TaskState } from './machine-tasks.service';
import { MachineUsage } from './machine-usage.service';

export interface MachineView {
  provider: string;
  host: string;
  rooms: 'public' | 'members' | 'all';
  health: Health | undefined;
  used: number;
  budget: number;
  states: { state: TaskState; count: number }[];
  reasons: { reason: string; count: number }[];
  newest: TaskLine[];
}

export interface TaskLine {
  locale: Locale;
  state: TaskState;
  reason: string | null;
  at: Date;
  /** undefined: it is gone. */
  text: Pick<Text, 'title' | 'titleLocale' | 'path'> | undefined;
}

const NEWEST = 20;

/** For administrators: what is sent, what has come back, what waits. */
@Injectable()
export class MachineOverview {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly health: MachineHealth,
    private readonly usage: MachineUsage,
    private readonly tasks: MachineTasks,
  ) {}

  /** `undefined` where the hub has no machine. @throws Forbidden */
  async view(actor: Actor): Promise<MachineView | undefined> {
    assertAdministrator(actor);
    const { machine } = this.config;
    if (!machine) return undefined;
    const { provider, rooms, budget } = machine;
    const [health, used, states, reasons, newest] = await Promise.all([
      this.health.of(provider),
      this.usage.thisMonth(provider),
      this.database.query<MachineView['states']>(
        'select state, count(*)::int as count from machine_tasks group by state',
      ),
      this.database.query<MachineView['reasons']>(
        `select reason, count(*)::int as count from machine_refusals where provider = $1
         group by reason order by count desc, reason`,
        [provider],
      ),
      this.newest(),
    ]);
    return { provider, host: hostOf(machine), rooms, health, used, budget, states, reasons, newest };
  }

  /** Everything that nobody has translated yet. @returns how many translations that are */
  async askForAll(actor: Actor): Promise<number> {
    assertAdministrator(actor);
    let asked = 0;
    for (const kind of this.config.machine?.kinds ?? []) {
      const known = this.kinds.of(kind);
      if (known) asked += await this.tasks.askForAll(known);
    }
    return asked;
  }

  /** Forgets what the machine has spoilt. */
  async askAgain(actor: Actor): Promise<void> {
    assertAdministrator(actor);
    await this.database.query('delete from machine_refusals where provider = $1', [
      this.config.machine?.provider,
    ]);
    await this.database.query(
      `update machine_tasks set state = 'waiting', attempts = 0, reason = null, due_at = clock_timestamp()
       where state = 'refused'`,
    );
  }

  private async newest(): Promise<TaskLine[]> {
    const rows = await this.database.query<(Omit<TaskLine, 'text'> & { kind: string; id: string })[]>(
      `select kind, owner_id as id, locale, state, reason, changed_at as at from machine_tasks
       order by changed_at desc limit ${NEWEST}`,
    );
    const texts = new Map<string, Text>();
    for (const name of new Set(rows.map(({ kind }) => kind))) {
      const [kind, ids] = [this.kinds.of(name), rows.filter((row) => row.kind === name).map(({ id }) => id)];
      const found = kind
        ? await this.kinds.read(kind, this.database, Actor.system, 'owner.id = any($1)', [ids])
        : [];
      for (const text of found) texts.set(text.id, text);
    }
    return rows.map(({ id, ...row }) => ({ ...row, text: texts.get(id) }));
  }
}

function assertAdministrator(actor: Actor): void {
  if (!actor.administrator) throw new Forbidden();
}
