import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Config } from '../../core/config/config';
import { MachineHealth } from './machine-health.service';
import { ChosenProvider } from './machine-provider.service';
import { MachineRequests } from './machine-requests.service';
import { MachineTasks, type Task } from './machine-tasks.service';
import { MachineTiming } from './machine-timing';
import { MachineTranslator } from './machine-translator.service';
import { BudgetSpent } from './machine-usage.service';
import { ProviderFailure, type MachineProvider } from './providers/provider';

/** Any number that all processes of a hub share: one of them at a time sends texts. */
const LOCK = 7_165_955;
/** Milliseconds between two looks at what is to be done. */
const PACE = 1000;

/**
 * Sends texts to the machine, one after the other, beside all other work: mails and indexing have a worker of their
 * own, and posting never waits for either. One process of the hub does it, so that nothing is asked for twice.
 */
@Injectable()
export class MachineRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('MachineTranslation');
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly chosen: ChosenProvider,
    private readonly tasks: MachineTasks,
    private readonly requests: MachineRequests,
    private readonly health: MachineHealth,
    private readonly translator: MachineTranslator,
    private readonly timing: MachineTiming,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker && this.chosen.provider) this.goOn();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Does all that is due now, unless another process is at it. */
  async pass(): Promise<void> {
    const { provider } = this.chosen;
    if (!provider) return;
    const holder = this.database.createQueryRunner();
    try {
      if (await locks(holder)) await this.work(provider);
    } finally {
      await holder.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
      await holder.release();
    }
  }

  private goOn(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.running = this.pass().catch((error: Error) => this.log.error(error.message));
      void this.running.then(() => this.goOn());
    }, PACE);
    this.timer.unref();
  }

  private async work(provider: MachineProvider): Promise<void> {
    await this.tasks.takeUp();
    for (const { to } of await this.requests.missed()) await this.tasks.wake(to);
    while (!this.stopping && !(await this.health.isPaused(provider.name))) {
      const task = await this.tasks.next();
      if (!task) return;
      await this.perform(task, provider);
    }
  }

  private async perform(task: Task, provider: MachineProvider): Promise<void> {
    try {
      const { end, asked } = await this.translator.perform(task, provider);
      if (asked) await this.health.answered(provider.name);
      await this.tasks.end(task, end);
    } catch (error) {
      if (error instanceof BudgetSpent) await this.saveUp(task, provider);
      else if (error instanceof ProviderFailure) await this.failed(task, provider, error);
      else await this.stumbled(task, error as Error);
    }
  }

  /** Until the month ends. */
  private async saveUp(task: Task, { name }: MachineProvider): Promise<void> {
    const now = new Date();
    const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - now.getTime();
    this.log.warn(`The characters of this month are spent: nothing more is sent to ${name}`);
    await this.tasks.later(task, 0, 'budget', false);
    await this.health.pause(name, next, 'budget');
  }

  private async failed(task: Task, { name }: MachineProvider, failure: ProviderFailure): Promise<void> {
    await this.health.failed(name, failure);
    if (failure.kind !== 'failing') await this.tasks.later(task, 0, failure.kind, false);
    else await this.again(task, failure.message);
  }

  private async stumbled(task: Task, error: Error): Promise<void> {
    this.log.error(`${task.kind} ${task.id} was not translated: ${error.message}`, error.stack);
    await this.again(task, 'error');
  }

  private async again(task: Task, reason: string): Promise<void> {
    if (task.attempts >= this.timing.attempts) await this.tasks.end(task, { state: 'refused', reason });
    else await this.tasks.later(task, this.timing.backOff(this.timing.again, task.attempts - 1), reason);
  }
}

async function locks(holder: QueryRunner): Promise<boolean> {
  const [{ locked }] = (await holder.query('select pg_try_advisory_lock($1) as locked', [LOCK])) as [
    { locked: boolean },
  ];
  return locked;
}
