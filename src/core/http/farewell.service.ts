import { Injectable } from '@nestjs/common';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** What is being answered just now, and whether this process is about to go: proxies and clients are told. */
@Injectable()
export class Farewell {
  private readonly answering = new Set<ServerResponse>();
  private leaving = false;

  watch(server: Server): void {
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      this.answering.add(response);
      response.once('close', () => this.answering.delete(response));
      if (this.leaving) response.setHeader('Connection', 'close');
    });
  }

  get begun(): boolean {
    return this.leaving;
  }

  /** From now on no connection outlives its answer, and the process calls itself not ready. */
  begin(): void {
    this.leaving = true;
    for (const response of this.answering) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
  }

  /** Whether everybody has her answer. */
  get done(): boolean {
    return this.answering.size === 0;
  }
}
