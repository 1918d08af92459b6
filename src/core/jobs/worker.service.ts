import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/pool';
import { Config } from '../config/config';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Entry } from '../journal/journal';
import { Reactions } from '../journal/reactions';

const quiet = new WorkerLogger(() => (level, message) => {
  if (level === 'error') Logger.error(message, 'Worker');
});

/** Takes durable reactions from the queue in PostgreSQL and performs them, one after the other, with retries. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnApplicationShutdown {
  private runner?: Runner;

  constructor(
    private readonly config: Config,
    @InjectDataSource() private readonly database: DataSource,
    private readonly reactions: Reactions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.worker) return;
    this.runner = await run({
      pgPool: poolOf(this.database),
      taskList: this.tasks,
      concurrency: 2,
      noHandleSignals: true,
      logger: quiet,
    });
  }

  /** Performs all that is due now and returns: for tests and the command line. */
  async drain(): Promise<void> {
    await runOnce({
      pgPool: poolOf(this.database),
      taskList: this.tasks,
      noHandleSignals: true,
      logger: quiet,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }

  private readonly tasks: TaskList = {
    reaction: async (payload) => {
      const { reaction, entry } = payload as { reaction: string; entry: Entry };
      await this.reactions.perform(reaction, entry);
    },
  };
}
