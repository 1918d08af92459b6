import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { Invalid, NotFound } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';
import { Journal } from '../core/journal/journal';
import { Files } from '../files/files.service';
import { handbookPolicy } from '../handbooks/handbook.policy';
import { HandbookAccess, type HandbookRow } from '../handbooks/handbook.access';
import type { Book } from './book';
import { EditionFiles } from './building/edition-files.service';
import { FORMATS, type Format } from './building/format';
import type { Decided, Edition } from './edition';
import type { NewEdition } from './edition.schema';
import { composeBook } from './freezing/compose';
import { gateOf, type GateItem } from './freezing/gate';
import { Manuscripts } from './freezing/manuscripts.service';

const COLUMNS = `id, book -> 'imprint' as imprint, handbook_id as "handbookId", locale, number, title, sha256, decided, frozen_at as "frozenAt"`;

/** Handbooks frozen in one language: from then on nothing in them changes. */
@Injectable()
export class Editions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly access: HandbookAccess,
    private readonly manuscripts: Manuscripts,
    private readonly files: EditionFiles,
    private readonly kept: Files,
  ) {}

  /** Newest first in each language, for who may read the handbook. */
  async of(actor: Actor, slug: string): Promise<{ handbook: HandbookRow; editions: Edition[] }> {
    const handbook = await this.handbook(actor, slug);
    const editions = await this.database.query<Edition[]>(
      `select ${COLUMNS} from editions where handbook_id = $1 order by locale, number desc`,
      [handbook.id],
    );
    return { handbook, editions };
  }

  /** @throws NotFound */
  async one(actor: Actor, slug: string, locale: Locale, number: number) {
    const handbook = await this.handbook(actor, slug);
    const [edition] = await this.database.query<Edition[]>(
      `select ${COLUMNS} from editions where handbook_id = $1 and locale = $2 and number = $3`,
      [handbook.id, locale, number],
    );
    if (!edition) throw new NotFound();
    return { handbook, edition };
  }

  /** After something went wrong. */
  async makeAgain(
    actor: Actor,
    slug: string,
    { locale, number }: Pick<Edition, 'locale' | 'number'>,
    format: Format,
  ): Promise<void> {
    const { handbook, edition } = await this.one(actor, slug, locale, number);
    handbookPolicy.allow(actor, 'freeze', handbook);
    const scope = { kind: 'partnership', id: handbook.partnershipId };
    await this.transactions.run((tx) => this.files.ask(tx, actor, edition.id, format, scope));
  }

  /** What is missing or outdated, before anything is frozen. @throws NotFound, SignInRequired, Forbidden */
  async gate(actor: Actor, slug: string, locale: Locale): Promise<GateItem[]> {
    await this.access.to(actor, 'freeze', slug);
    return gateOf(await this.manuscripts.of(slug, locale));
  }

  /** @throws Invalid when something stands in the way, or was not looked at */
  async freeze(actor: Actor, slug: string, input: NewEdition): Promise<Edition> {
    const handbook = await this.access.to(actor, 'freeze', slug);
    const manuscript = await this.manuscripts.of(slug, input.locale);
    const faults = gateOf(manuscript);
    assertDecided(faults, input.decided);
    const { machine, note, editors } = input;
    const decided: Decided = { faults: faults.length, machine, note: note || null };
    const imprint = { machine, editors, isbn: input.isbn || null, issn: input.issn || null };
    return this.transactions.run(async (tx) => {
      await this.access.lock(tx, handbook);
      const number = await nextNumber(tx, handbook.id, input.locale);
      const book = composeBook(manuscript, imprint, number, new Date());
      const edition = await insert(tx, actor, handbook.id, book, decided);
      const scope = { kind: 'partnership', id: handbook.partnershipId };
      const data = { handbookId: handbook.id, locale: input.locale, number };
      const subject = { kind: 'edition', id: edition.id };
      await this.journal.record(tx, 'edition.frozen', { actor, subject, scope, data });
      const pictures = Object.keys(book.figures);
      await this.kept.use(tx, Actor.system, { kind: 'edition', id: edition.id }, pictures);
      for (const format of FORMATS) await this.files.ask(tx, actor, edition.id, format, scope);
      return edition;
    });
  }

  /** With its title in all languages. @throws NotFound */
  private async handbook(actor: Actor, slug: string): Promise<HandbookRow> {
    const row = await this.access
      .readable(actor)
      .leftJoinAndSelect('handbook.translations', 'translation')
      .andWhere('handbook.slug = :slug', { slug })
      .getOne();
    if (!row) throw new NotFound();
    return row as HandbookRow;
  }
}

function assertDecided(faults: readonly GateItem[], decided: boolean): void {
  if (faults.some(({ stops }) => stops)) throw Invalid.field('decided', 'editions:refusal.stopped');
  if (faults.length > 0 && !decided) throw Invalid.field('decided', 'editions:refusal.undecided');
}

async function nextNumber(tx: EntityManager, handbookId: string, locale: Locale): Promise<number> {
  const [{ number }] = await tx.query<[{ number: number }]>(
    'select coalesce(max(number), 0) + 1 as number from editions where handbook_id = $1 and locale = $2',
    [handbookId, locale],
  );
  return number;
}

async function insert(tx: EntityManager, actor: Actor, handbookId: string, book: Book, decided: Decided) {
  const json = JSON.stringify(book);
  const sha256 = createHash('sha256').update(json).digest('hex');
  const [row] = await tx.query<[Edition]>(
    `insert into editions (handbook_id, locale, number, title, book, sha256, decided, frozen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [
      ...[handbookId, book.locale, book.edition, book.title, json, sha256],
      ...[JSON.stringify(decided), actor.person?.id ?? null],
    ],
  );
  return row;
}
