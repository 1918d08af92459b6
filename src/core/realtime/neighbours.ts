import { Logger } from '@nestjs/common';
import type { createClient } from 'redis';
import type { Namespace } from 'socket.io';
import { ClusterAdapter, type ClusterMessage, type ClusterResponse } from 'socket.io-adapter';

/** Where Redis is away, it is looked for this often. Milliseconds. */
const PAUSE = 500;

type Client = ReturnType<typeof createClient>;
type Hear = (text: string) => void;

/**
 * The other web processes of this hub, through Redis. Nothing durable travels here, so nobody waits for it:
 * the hub starts without Redis, what cannot be said now is dropped, and no failure gets further than the log.
 */
export class Neighbours {
  private readonly log = new Logger('Redis');
  private readonly hearing: Client;
  private readonly channels = new Map<string, Hear>();
  private away = false;

  /** Redis' client is large: a hub of one process has no use for it, and does not load it. */
  static async at(url: string): Promise<Neighbours> {
    const { createClient } = await import('redis');
    const client = createClient({
      url,
      RESP: 2,
      disableOfflineQueue: true,
      commandsQueueMaxLength: 1000,
      socket: { reconnectStrategy: () => PAUSE },
    });
    return new Neighbours(client as unknown as Client);
  }

  private constructor(private readonly speaking: Client) {
    this.hearing = this.speaking.duplicate();
    this.speaking.on('error', (error: Error) => this.lost(error));
    this.hearing.on('error', (error: Error) => this.lost(error));
    this.speaking.on('ready', () => (this.away = false));
    this.hearing.on('ready', () => this.listen());
    this.speaking.connect().catch((error: Error) => this.lost(error));
    this.hearing.connect().catch((error: Error) => this.lost(error));
  }

  /** From now on, and again after every loss. */
  hear(channel: string, hear: Hear): void {
    this.channels.set(channel, hear);
    this.listen();
  }

  say(channel: string, message: object): void {
    this.speaking.publish(channel, JSON.stringify(message)).catch(() => undefined);
  }

  /** How many processes listen to the channel. @throws while Redis is away */
  async count(channel: string): Promise<number> {
    const { [channel]: count } = await this.speaking.pubSubNumSub([channel]);
    return Number(count);
  }

  close(): void {
    this.channels.clear();
    if (this.speaking.isOpen) this.speaking.destroy();
    if (this.hearing.isOpen) this.hearing.destroy();
  }

  /** Redis may go away between the question and the answer: then coming back asks again. */
  private listen(): void {
    if (!this.hearing.isReady) return;
    for (const [channel, hear] of this.channels) this.hearing.subscribe(channel, hear).catch(() => undefined);
  }

  private lost({ message }: Error): void {
    if (!this.away) this.log.warn(`Redis is away, so news come a second later: ${message}`);
    this.away = true;
  }
}

/** socket.io's own way to be one server in several processes, over Redis' publish and subscribe. */
export class NeighbourAdapter extends ClusterAdapter {
  private readonly everybody = `polylog ${(this.nsp as Namespace).name}`;

  constructor(
    namespace: Namespace,
    private readonly neighbours: Neighbours,
  ) {
    super(namespace);
    neighbours.hear(this.everybody, (text) => this.heard(text));
    neighbours.hear(this.toOne(this.uid), (text) => this.heard(text));
  }

  override serverCount(): Promise<number> {
    return this.neighbours.count(this.everybody);
  }

  protected override doPublish(message: ClusterMessage): Promise<string> {
    this.neighbours.say(this.everybody, message);
    return Promise.resolve('');
  }

  protected override doPublishResponse(to: string, response: ClusterResponse): Promise<void> {
    this.neighbours.say(this.toOne(to), response);
    return Promise.resolve();
  }

  private toOne(process: string): string {
    return `${this.everybody} ${process}`;
  }

  private heard(text: string): void {
    this.onMessage(JSON.parse(text) as ClusterMessage);
  }
}
