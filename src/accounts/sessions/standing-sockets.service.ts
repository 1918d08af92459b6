import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { powersOf } from '../../core/access/grants.service';
import { Statement } from '../../core/database/statement';
import { Sockets, type OpenSocket } from '../../core/realtime/sockets.gateway';

/** Nobody hears what she may no longer hear for longer than this. Milliseconds. */
const SWEEP = 3000;

/** Every key in it is looked for by its index, once for each socket. */
const FALLEN = new Statement<{ place: number }>(
  `select asked.place
   from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::uuid[])
     as asked (place, person, powers, session, token)
   where asked.powers <> ${powersOf('asked.person')}
     or (asked.session is not null and not exists (
       select from sessions where sid = asked.session and expire > now()))
     or (asked.token is not null and not exists (
       select from api_tokens where id = asked.token and (expires_at is null or expires_at > now())))`,
);

/**
 * Whoever loses a power or signs out has her sockets closed by a signal, which is lost when the process dies right
 * after the commit, or cannot be heard elsewhere while Redis is away. So each process compares what its sockets
 * came in with, and what stands in the database.
 */
@Injectable()
export class StandingSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('StandingSockets');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: DataSource,
    private readonly sockets: Sockets,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.again(), SWEEP);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** @returns how many sockets it has closed */
  async sweep(): Promise<number> {
    const people = this.sockets.open.filter(({ actor }) => actor.person);
    if (people.length === 0) return 0;
    const rows = await FALLEN.run(this.database, columns(people));
    for (const { place } of rows) people[place]!.close();
    return rows.length;
  }

  private async again(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.log.warn(`Nobody could be asked who may still hear: ${(error as Error).message}`);
    }
    if (this.timer) this.timer = setTimeout(() => void this.again(), SWEEP);
  }
}

const columns = (people: OpenSocket[]): unknown[][] => [
  people.map((_, place) => place),
  people.map(({ actor }) => actor.person!.id),
  people.map(({ actor }) => actor.powers),
  people.map(({ actor, session }) => (actor.credential?.kind === 'session' ? (session ?? '') : null)),
  people.map(({ actor }) => (actor.credential?.kind === 'token' ? actor.credential.id : null)),
];
