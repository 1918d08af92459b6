import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, NotFound, SignInRequired } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import { Journal } from '../../core/journal/journal';
import { TextKinds } from '../../core/texts/text-kinds';
import { Beside } from '../reading/beside.service';
import type { TranslationOf } from '../segment-store';
import { translationPolicy } from '../translation.policy';
import { AcceptedWordings } from './accepted-wordings.service';
import type { NewWordingNote, WordingAnswer, WordingNote } from './wording-note.schema';

const NOTE = `note.id, note.kind, note.owner_id as "ownerId", note.locale, note.string, note.source, note.quoted,
  note.proposal, note.note, note.person_id as "personId", person.name as by, note.made_at as "madeAt", note.state,
  note.answer, answering.name as "answeredBy", note.answered_at as "answeredAt", note.seen_at as "seenAt"
  from wording_notes note join people person on person.id = note.person_id
  left join people answering on answering.id = note.answered_by`;

/** "Wrong translation" and "better like this": from readers to translators, and the answer back. */
@Injectable()
export class WordingNotes {
  constructor(
    private readonly beside: Beside,
    private readonly kinds: TextKinds,
    private readonly accepted: AcceptedWordings,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly database: DataSource,
  ) {}

  /** Whoever may read the text and is signed in. @throws NotFound when there is no such paragraph */
  async make(reader: Reader, of: TranslationOf, input: NewWordingNote): Promise<{ id: string }> {
    const { actor } = reader;
    if (!actor.person) throw new SignInRequired();
    const { strings } = await this.beside.of(reader, of.kind, of.id, of.locale);
    const string = strings.find(({ name }) => name === input.string);
    const pair = string?.pairs.find(({ position }) => position === input.position);
    if (!pair?.translation) throw new NotFound();
    const quoted = pair.translation.source;
    const proposal = input.proposal.trim();
    const values = [
      ...[of.kind, of.id, of.locale, input.string, input.position, pair.original.source, quoted],
      ...[proposal && proposal !== quoted ? proposal : null, input.note.trim() || null, actor.person.id],
    ];
    return this.transactions.run(async (tx) => {
      const [made] = await tx.query<[{ id: string }]>(
        `insert into wording_notes (kind, owner_id, locale, string, position, source, quoted, proposal, note, person_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        values,
      );
      const subject = { kind: 'wording', id: made.id };
      const data = { locale: of.locale, noteId: made.id };
      await this.journal.record(tx, 'wording.noted', {
        actor,
        subject,
        scope: { kind: of.kind, id: of.id },
        data,
      });
      return made;
    });
  }

  /** What waits for an answer at one translation, the oldest first. For who may translate it. */
  async openFor(actor: Actor, of: TranslationOf): Promise<WordingNote[]> {
    const text = await this.kinds.find(actor, of.kind, of.id);
    translationPolicy.allow(actor, 'translate', { text, locale: of.locale });
    return this.database.query<WordingNote[]>(
      `select ${NOTE} where note.owner_id = $1 and note.locale = $2 and note.state = 'open' order by note.made_at`,
      [of.id, of.locale],
    );
  }

  /** Accepts or declines, with a word. What is accepted is put into the translation where it still fits. */
  async answer(actor: Actor, id: string, { state, answer }: WordingAnswer): Promise<WordingNote> {
    const note = await this.one(id);
    const of = { kind: note.kind, id: note.ownerId, locale: note.locale };
    const text = await this.kinds.find(actor, of.kind, of.id);
    translationPolicy.allow(actor, 'translate', { text, locale: of.locale });
    await this.transactions.run(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        `update wording_notes set state = $2, answer = $3, answered_by = $4, answered_at = clock_timestamp()
         where id = $1 and state = 'open'`,
        [id, state, answer.trim() || null, actor.person?.id ?? null],
      );
      if (changed === 0) throw new Conflict(undefined);
      const data = { locale: of.locale, noteId: id, state };
      const subject = { kind: 'wording', id };
      await this.journal.record(tx, 'wording.answered', {
        actor,
        subject,
        scope: { kind: of.kind, id: of.id },
        data,
      });
    });
    if (state === 'accepted') await this.accepted.apply(actor, of, note);
    return this.one(id);
  }

  /** A person's own, the newest first; what she sees now she has seen. */
  async mine(actor: Actor): Promise<WordingNote[]> {
    const personId = actor.person?.id ?? null;
    const notes = await this.database.query<WordingNote[]>(
      `select ${NOTE} where note.person_id = $1 order by note.made_at desc limit 100`,
      [personId],
    );
    await this.database.query(
      'update wording_notes set seen_at = clock_timestamp() where person_id = $1 and answered_at is not null and seen_at is null',
      [personId],
    );
    return notes;
  }

  private async one(id: string): Promise<WordingNote> {
    const [note] = await this.database.query<WordingNote[]>(`select ${NOTE} where note.id = $1`, [id]);
    if (!note) throw new NotFound();
    return note;
  }
}
