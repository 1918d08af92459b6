import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Chore } from './chore';

/** Milliseconds between two looks for work. */
const PAUSE = 1000;

/** Goes round all chores, again and again while this process is a worker. */
@Injectable()
export class Chores implements OnModuleInit {
  private readonly log = new Logger('Chores');
  private chores: Chore[] = [];
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private stopped = false;

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof Chore) this.chores.push(instance);
  }

  /** Does all that is due, and no more. */
  async drain(): Promise<void> {
    for (const chore of this.chores) while (await chore.perform());
  }

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.goRound().finally(() => this.start());
    }, PAUSE).unref();
  }

  /** What has been begun is finished. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async goRound(): Promise<void> {
    for (const chore of this.chores)
      try {
        while (!this.stopped && (await chore.perform()));
      } catch (error) {
        if (!this.stopped) this.log.warn(`Tried again soon: ${(error as Error).message}`);
      }
  }
}
