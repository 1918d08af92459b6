import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { chosenLocales } from '../chosen-locales';
import { ReadingChoices } from '../reading-choices.service';
import { PollClosing } from './poll-closing.service';
import { pollPolicy } from './poll.policy';
import type { PollReason, PollView, VoteList } from './poll.schema';
import { pollView } from './poll-views';
import { pollById, pollsOfRoom, type StandingPoll } from './standing-poll';

/** Votes that one page names. */
const PAGE = 100;

const isDue = ({ closesAt, closedAt }: StandingPoll): boolean =>
  closedAt === null && closesAt !== null && closesAt.getTime() <= Date.now();

/** Polls as their readers see them. One whose time is over is closed before it is shown, whoever comes first. */
@Injectable()
export class Polls {
  constructor(
    private readonly database: DataSource,
    private readonly closing: PollClosing,
    private readonly choices: ReadingChoices,
  ) {}

  /** @throws NotFound also when the actor may not read the room, or the post is withdrawn or hidden */
  async find(actor: Actor, id: string): Promise<StandingPoll> {
    const poll = await this.standing(actor, id);
    if (!poll || !pollPolicy.may(actor, 'read', poll)) throw new NotFound();
    return poll;
  }

  async view(actor: Actor, id: string, locales: readonly Locale[]): Promise<PollView> {
    return pollView(actor, await this.find(actor, id), locales);
  }

  /** In the languages that she has chosen for its room. */
  async read(reader: Reader, id: string): Promise<PollView> {
    const poll = await this.find(reader.actor, id);
    const originals = await this.choices.of(reader.actor, poll.roomId);
    return pollView(reader.actor, poll, chosenLocales(reader, originals));
  }

  /** Those of posts of one room that the actor is known to read, by their ids. */
  async ofPosts(
    actor: Actor,
    roomId: string,
    ids: string[],
    locales: readonly Locale[],
  ): Promise<Map<string, PollView>> {
    if (ids.length === 0) return new Map();
    const read = () => pollsOfRoom(this.database, actor.person?.id ?? null, roomId, ids);
    let polls = await read();
    const due = polls.filter(isDue);
    if (due.length > 0) {
      for (const { id } of due) await this.closing.closeDue(roomId, id);
      polls = await read();
    }
    return new Map(polls.map((poll) => [poll.id, pollView(actor, poll, locales)]));
  }

  /** Who chose what, and why, a page at a time. Of a secret poll only the reasons, without names, once it is closed. */
  async votes(actor: Actor, id: string, after = 0): Promise<VoteList> {
    const poll = await this.find(actor, id);
    if (poll.secret) {
      const reasons = (poll.result?.reasons ?? []).map((reason) => ({ ...reason, person: null }));
      return { votes: [], reasons, next: null };
    }
    const rows = await this.database.query<VoteRow[]>(
      `select person.id, person.name, vote.choices, vote.reason, vote.reason_locale as locale
       from poll_votes vote join people person on person.id = vote.person_id
       where vote.room_id = $1 and vote.poll_id = $2
       order by vote.voted_at, vote.person_id limit $3 offset $4`,
      [poll.roomId, id, PAGE + 1, after],
    );
    const shown = rows.slice(0, PAGE);
    return {
      votes: shown.map(({ choices, ...person }) => ({
        person: { id: person.id, name: person.name },
        choices,
      })),
      reasons: shown.flatMap((row) => reasonOf(row)),
      next: rows.length > PAGE ? after + PAGE : null,
    };
  }

  private async standing(actor: Actor, id: string): Promise<StandingPoll | undefined> {
    const read = () => pollById(this.database, actor.person?.id ?? null, id);
    const poll = await read();
    if (!poll || !isDue(poll)) return poll;
    await this.closing.closeDue(poll.roomId, id);
    return read();
  }
}

interface VoteRow {
  id: string;
  name: string;
  choices: string[];
  reason: string | null;
  locale: PollReason['locale'] | null;
}

const reasonOf = ({ id, name, choices, reason, locale }: VoteRow): PollReason[] =>
  reason && locale
    ? [{ choice: choices[0] as PollReason['choice'], text: reason, locale, person: { id, name } }]
    : [];
