import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the hub answers to a visitor. */
export interface Answer {
  status: number;
  /** Without its charset: `text/html`. */
  type: string;
  body: Buffer;
  /** Where it sends the visitor instead. */
  location?: string;
  /** What it is called as a file to be kept. */
  filename?: string;
}

/** Milliseconds that a page may take. */
const PATIENCE = 60_000;

/**
 * The hub as a visitor finds it: asked through the same doors as by any browser, whether this process serves pages
 * or not, so that an archive cannot hold what visitors are not shown.
 */
@Injectable()
export class HubDoor {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @param work is given the means to ask; the door is shut when it is done */
  async open<Result>(work: (ask: (path: string) => Promise<Answer>) => Promise<Result>): Promise<Result> {
    const server = createServer(this.host.httpAdapter.getInstance<RequestListener>());
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    try {
      return await work((path) => asked(`http://127.0.0.1:${port}${path}`));
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

async function asked(address: string): Promise<Answer> {
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
  const location = answer.headers.get('location');
  const [, filename] =
    /^attachment;.*filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return {
    status: answer.status,
    type: (answer.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
    body: Buffer.from(await answer.arrayBuffer()),
    ...(location && { location }),
    ...(filename && { filename }),
  };
}
