import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Actor, type ActingPerson, type Grant } from '../core/access/actor';
import { STANDING } from '../core/access/grants.service';
import { ActorSource, type Entered } from '../core/access/actor-source';
import { Statement } from '../core/database/statement';
import { publicSessionId } from './sessions/session-id';

interface Row extends ActingPerson {
  grants: Grant[];
  tokenId?: string;
  scope?: 'read' | 'write';
}

const PERSON = `
  person.id, person.name, person.email, person.locale, person.reading_locales as "readingLocales",
  person.originals_only as "originalsOnly",
  person.time_zone as "timeZone",
  coalesce((select jsonb_agg(jsonb_build_object('role', role, 'placeId', place_id, 'detail', detail))
    from grants where person_id = person.id and ${STANDING}), '[]') as grants`;

const OF_PERSON = new Statement<Row>(`select ${PERSON} from people person where person.id = $1`);
const OF_SESSION = new Statement<{ session: object } & { [Column in keyof Row]: Row[Column] | null }>(
  `select session.sess as session, ${PERSON} from sessions session
   left join people person on person.id = session.person_id where session.sid = $1 and session.expire > now()`,
);
const OF_PEOPLE = new Statement<Row>(`select ${PERSON} from people person where person.id = any($1::uuid[])`);
const OF_TOKEN = new Statement<Row>(
  `with token as (
     select * from api_tokens where hash = $1 and (expires_at is null or expires_at > now())
   ), noted as (
     update api_tokens set last_used_at = now() where id = (select id from token)
       and (last_used_at is null or last_used_at < now() - interval '1 minute')
   )
   select ${PERSON}, token.id as "tokenId", token.scope
   from token join people person on person.id = token.person_id`,
);

/** Finds the actor behind a session or an API token: one statement each. */
@Injectable()
export class Actors extends ActorSource {
  constructor(private readonly database: DataSource) {
    super();
  }

  async entered(sessionId: string): Promise<Entered | undefined> {
    const [row] = await OF_SESSION.run(this.database, [sessionId]);
    if (!row) return undefined;
    const { session, ...person } = row;
    return { session, ...(person.id !== null && { actor: ofSession(person as Row, sessionId) }) };
  }

  async bySession(personId: string, sessionId: string): Promise<Actor | undefined> {
    const [row] = await OF_PERSON.run(this.database, [personId]);
    return row && ofSession(row, sessionId);
  }

  async byToken(token: string): Promise<Actor | undefined> {
    const [row] = await OF_TOKEN.run(this.database, [tokenHash(token)]);
    if (!row) return undefined;
    const { grants, tokenId, scope, ...person } = row;
    return Actor.person(person, grants, { kind: 'token', id: tokenId!, scope: scope! });
  }

  /** The same for many, in one query. Who is gone is not among them. */
  async ofPeople(personIds: readonly string[]): Promise<Actor[]> {
    if (personIds.length === 0) return [];
    const rows = await OF_PEOPLE.run(this.database, [personIds]);
    return rows.map(({ grants, ...person }) => Actor.person(person, grants));
  }

  /** The actor that a person is, without a session: for jobs that act in her name, and to sign her in. */
  async ofPerson(personId: string): Promise<Actor | undefined> {
    const [row] = await OF_PERSON.run(this.database, [personId]);
    if (!row) return undefined;
    const { grants, ...person } = row;
    return Actor.person(person, grants);
  }
}

const ofSession = ({ grants, ...person }: Row, sessionId: string): Actor =>
  Actor.person(person, grants, { kind: 'session', id: publicSessionId(sessionId), scope: 'write' });

/** Tokens are random and long: a plain hash is enough, and can be looked up. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
