import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';
import type { Text } from '../core/texts/text-kind';
import { positional, TextKinds } from '../core/texts/text-kinds';
import { FILE, FileReaders } from '../files/file-readers.service';
import type { Subject } from './relation';
import { findSources, SOURCE, type Source } from './source';

/** What a statement rests on, as it stands: a text of any kind, a file, or a source outside the hub. */
export interface Ground extends Subject {
  title: string;
  titleLocale: Locale;
  /** Language of its words. */
  locale: Locale;
  /** `null` for what has no revisions. */
  revision: number | null;
  /** Where it is read on this hub; `null` for what lies outside. */
  path: string | null;
  /** Not withdrawn. */
  shown: boolean;
  text: Text | null;
  source: Source | null;
}

/** Finds what is cited, whatever it is, as far as the reader may see it. */
@Injectable()
export class Grounds {
  constructor(
    private readonly kinds: TextKinds,
    private readonly files: FileReaders,
  ) {}

  /** @throws NotFound also when the actor may not read it, or when it has been withdrawn */
  async find(tx: EntityManager, actor: Actor, { kind, id }: Subject): Promise<Ground> {
    const ground = (await this.among(tx, actor, kind, [id])).get(id);
    if (!ground?.shown) throw new NotFound();
    return ground;
  }

  /** Those of one kind that the actor may read, also withdrawn ones, by id. */
  async among(
    database: DataSource | EntityManager,
    actor: Actor,
    kind: string,
    ids: readonly string[],
  ): Promise<Map<string, Ground>> {
    const grounds = await this.read(database, actor, kind, ids);
    return new Map(grounds.map((ground) => [ground.id, ground]));
  }

  private async read(
    database: DataSource | EntityManager,
    actor: Actor,
    kind: string,
    ids: readonly string[],
  ): Promise<Ground[]> {
    if (ids.length === 0) return [];
    if (kind === SOURCE) return (await findSources(database, ids)).map(groundOfSource);
    if (kind === FILE) return this.readFiles(database, actor, ids);
    const texts = this.kinds.of(kind);
    if (!texts) return [];
    const found = await this.kinds.read(texts, database, actor, 'owner.id = any($1::uuid[])', [ids]);
    return found.map(groundOfText);
  }

  /** Also documents, which have no words of their own and so are no texts that are shown. */
  private async readFiles(
    database: DataSource | EntityManager,
    actor: Actor,
    ids: readonly string[],
  ): Promise<Ground[]> {
    const values: unknown[] = [ids];
    const readable = positional(this.files.policy.readable(actor, 'file'), values);
    const rows = await database.query<{ id: string; name: string; locale: Locale }[]>(
      `select id, name, locale from files file where id = any($1::uuid[]) and ${readable}`,
      values,
    );
    return rows.map(({ id, name, locale }) => ({
      ...{ kind: FILE, id, title: name, titleLocale: locale, locale, revision: null },
      ...{ path: `/files/${id}`, shown: true, text: null, source: null },
    }));
  }
}

const groundOfText = (text: Text): Ground => ({
  ...{ kind: text.kind, id: text.id, title: text.title, titleLocale: text.titleLocale, locale: text.locale },
  ...{ revision: text.revision, path: text.path, shown: text.shown, text, source: null },
});

const groundOfSource = (source: Source): Ground => ({
  ...{ kind: SOURCE, id: source.id, title: source.title, titleLocale: source.locale, locale: source.locale },
  ...{ revision: null, path: null, shown: true, text: null, source },
});
