import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Logger as WorkerLogger, run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/pool';
import { Config } from '../config/config';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Entry } from '../journal/entry';
import { Reactions } from '../journal/reactions';
import { Chores } from './chores.service';

const quiet = new WorkerLogger(() => (level, message) => {
  if (level === 'error') Logger.error(message, 'Worker');
});

/** Milliseconds until a worker that has lost its database begins again. */
const PAUSE = 5000;

/** Takes durable reactions from the queue in PostgreSQL and performs them, one after the other, with retries. */
@Injectable()
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Worker');
  private runner?: Runner;
  private stopping = false;

  constructor(
    private readonly config: Config,
    @InjectDataSource() private readonly database: DataSource,
    private readonly reactions: Reactions,
    private readonly chores: Chores,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.worker) return;
    await this.start();
    this.chores.start();
  }

  /** Performs all that is due now and returns: for tests and the command line. */
  async drain(): Promise<void> {
    await runOnce({
      pgPool: poolOf(this.database),
      taskList: this.tasks,
      noHandleSignals: true,
      logger: quiet,
    });
    await this.chores.drain();
  }

  /** Jobs that have begun are finished while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.chores.stop();
    await this.runner?.stop().catch(() => undefined); // it may have ended by itself
  }

  private async start(): Promise<void> {
    this.runner = await run({
      pgPool: poolOf(this.database),
      taskList: this.tasks,
      concurrency: 2,
      noHandleSignals: true,
      logger: quiet,
    });
    this.runner.promise.then(
      () => this.startAgain('it stopped'),
      (error: Error) => this.startAgain(error.message),
    );
  }

  /** A worker ends only when it is told to; otherwise the queue would stand still until the process ends. */
  private startAgain(reason: string): void {
    if (this.stopping) return;
    this.log.warn(`The worker begins again soon: ${reason}`);
    const begin = () => {
      if (!this.stopping) this.start().catch((error: Error) => this.startAgain(error.message));
    };
    setTimeout(begin, PAUSE).unref();
  }

  private readonly tasks: TaskList = {
    reaction: async (payload) => {
      const { reaction, entry } = payload as { reaction: string; entry: Entry };
      await this.reactions.perform(reaction, entry);
    },
  };
}
