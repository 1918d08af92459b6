import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid, NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { ConceptAccess } from '../concepts/concept-access.service';
import type { Concept } from '../concepts/concept.entity';
import { termPolicy } from '../concepts/concept.policy';
import { TERM, type Term, type TermData } from './term';
import type { ChangedTerm, NewTerm } from './term.schema';

/** What people do with the words of a concept. */
@Injectable()
export class Terms {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConceptAccess,
  ) {}

  /** Of several concepts, in no order. */
  of(conceptIds: readonly string[], database: DataSource | EntityManager = this.database): Promise<Term[]> {
    return database.query(`select ${TERM} from concept_terms term where term.concept_id = any($1::uuid[])`, [
      conceptIds,
    ]);
  }

  /** A term for those who may change it. @throws NotFound, SignInRequired, Forbidden */
  async editable(actor: Actor, slug: string, id: string): Promise<{ concept: Concept; term: Term }> {
    const concept = await this.access.to(actor, 'read', slug);
    const [term] = await this.database.query<Term[]>(
      `select ${TERM} from concept_terms term where term.concept_id = $1 and term.id = $2`,
      [concept.id, id],
    );
    if (!term) throw new NotFound();
    termPolicy.allow(actor, 'edit', { locale: term.locale, concept });
    return { concept, term };
  }

  /** Returns its id. The term that was preferred before becomes an accepted one. */
  async add(actor: Actor, slug: string, input: NewTerm): Promise<string> {
    const concept = await this.access.to(actor, 'read', slug);
    termPolicy.allow(actor, 'edit', { locale: input.locale, concept });
    return onlyOnce(() => this.transactions.run((tx) => this.insert(tx, actor, concept.id, input)));
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async change(actor: Actor, slug: string, id: string, { revision, ...changes }: ChangedTerm): Promise<void> {
    const { term } = await this.editable(actor, slug, id);
    try {
      await onlyOnce(() =>
        this.transactions.run((tx) => this.update(tx, actor, { ...term, revision }, changes)),
      );
    } catch (error) {
      throw error instanceof SavedFirst ? await this.conflict(actor, slug, id) : error;
    }
  }

  async remove(actor: Actor, slug: string, id: string, revision: number): Promise<void> {
    const { concept, term } = await this.editable(actor, slug, id);
    const removed = await this.transactions.run(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        'delete from concept_terms where id = $1 and revision = $2',
        [id, revision],
      );
      if (count === 0) return false;
      const data = { termId: id, locale: term.locale };
      const before = said(term);
      await this.access.record(tx, 'concept.term_removed', concept.id, {
        ...{ actor, data, before, locale: term.locale },
      });
      return true;
    });
    if (!removed) throw await this.conflict(actor, slug, id);
  }

  /** Within a transaction, for those who add many. */
  async insert(tx: EntityManager, actor: Actor, conceptId: string, input: TermData): Promise<string> {
    if (input.standing === 'preferred') await this.makeRoom(tx, actor, conceptId, input.locale);
    const [row] = await tx.query<[{ id: string }]>(
      `insert into concept_terms (concept_id, locale, word, standing, confidence, part_of_speech, gender, note, sources)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [conceptId, input.locale, ...values(input)],
    );
    const data = { termId: row.id, locale: input.locale };
    const after = said(input);
    await this.access.record(tx, 'concept.term_added', conceptId, {
      ...{ actor, data, after, locale: input.locale },
    });
    return row.id;
  }

  /** Within a transaction. @throws SavedFirst, which takes it back */
  async update(
    tx: EntityManager,
    actor: Actor,
    term: Term,
    changes: Omit<TermData, 'locale'>,
  ): Promise<void> {
    const { id, conceptId, locale, revision } = term;
    if (changes.standing === 'preferred') await this.makeRoom(tx, actor, conceptId, locale, id);
    const [, count] = await tx.query<[unknown, number]>(
      `update concept_terms set word = $3, standing = $4, confidence = $5, part_of_speech = $6, gender = $7,
         note = $8, sources = $9, revision = revision + 1
       where id = $1 and revision = $2`,
      [id, revision, ...values(changes)],
    );
    if (count === 0) throw new SavedFirst();
    await this.access.record(tx, 'concept.term_changed', conceptId, {
      actor,
      data: { termId: id, locale },
      locale,
      before: said(term),
      after: said({ ...changes, locale }),
    });
  }

  /** There is one preferred term: who was it becomes an accepted one. */
  private async makeRoom(tx: EntityManager, actor: Actor, conceptId: string, locale: Locale, but?: string) {
    await tx.query('select 1 from concepts where id = $1 for update', [conceptId]);
    const rows = await tx.query<Term[]>(
      `select ${TERM} from concept_terms term where term.concept_id = $1 and term.locale = $2
         and term.standing = 'preferred' and term.id is distinct from $3`,
      [conceptId, locale, but ?? null],
    );
    for (const row of rows) await this.update(tx, actor, row, { ...row, standing: 'accepted' });
  }

  private async conflict(actor: Actor, slug: string, id: string): Promise<Conflict> {
    const { term } = await this.editable(actor, slug, id);
    return new Conflict({ ...said(term), revision: term.revision });
  }
}

/** Two terms of a concept in one language are never the same word. */
async function onlyOnce<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const twice = /concept_terms_concept_id_locale_word_key/;
    if (error instanceof QueryFailedError && twice.test(error.message))
      throw Invalid.field('word', 'glossary:problem.term_exists');
    throw error;
  }
}

/** Takes back what was done before it was noticed. */
export class SavedFirst extends Error {}

const values = ({
  word,
  standing,
  confidence,
  partOfSpeech,
  gender,
  note,
  sources,
}: Omit<TermData, 'locale'>) => [...[word, standing, confidence, partOfSpeech, gender, note, sources]];

const said = ({
  locale,
  word,
  standing,
  confidence,
  partOfSpeech,
  gender,
  note,
  sources,
}: TermData): TermData => ({
  ...{ locale, word, standing, confidence, partOfSpeech, gender, note, sources },
});
