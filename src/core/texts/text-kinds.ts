import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Scope } from '../access/policy';
import { NotFound } from '../errors/refusal';
import type { Locale } from '../i18n/locales';
import { type Strings, type Text, TextKind } from './text-kind';

interface TextRow {
  id: string;
  locale: Locale;
  revision: number;
  strings: Strings;
  title: string;
  title_locale: Locale;
  title_of: string | null;
  path: string;
  partnership_id: string | null;
  platform_id: string | null;
  room_id: string | null;
  author_id: string | null;
  organisation_id: string | null;
  country: string | null;
  themes: string[];
  at: Date;
  shown: boolean;
}

/** All kinds of texts that the hub has; found by themselves among the providers of all capabilities. */
@Injectable()
export class TextKinds implements OnModuleInit {
  private readonly kinds = new Map<string, TextKind>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof TextKind) this.kinds.set(instance.name, instance);
  }

  get all(): TextKind[] {
    return [...this.kinds.values()];
  }

  of(name: string): TextKind | undefined {
    return this.kinds.get(name);
  }

  /** @throws NotFound when there is no such kind */
  named(name: string): TextKind {
    const kind = this.of(name);
    if (!kind) throw new NotFound();
    return kind;
  }

  /** @throws NotFound also when the actor may not read it, or when it has been withdrawn */
  async find(actor: Actor, kind: string, id: string, database: EntityManager | DataSource = this.database) {
    const [text] = await this.read(this.named(kind), database, actor, 'owner.id = $1', [id]);
    if (!text?.shown) throw new NotFound();
    return text;
  }

  /** Texts of one kind, for who may read them, in no order. `where` speaks of `owner`; its values are `$1` and so on. */
  async read(
    kind: TextKind,
    database: EntityManager | DataSource,
    actor: Actor,
    where: string,
    values: unknown[],
  ): Promise<Text[]> {
    const all = [...values];
    const readable = positional(kind.readable(actor), all);
    const rows = await database.query<TextRow[]>(
      `select ${columnsOf(kind)} from ${kind.table} owner ${kind.joins} where (${where}) and ${readable}`,
      all,
    );
    return rows.map((row) => toText(kind, row));
  }
}

/** The columns of a `Text` in SQL, by their names in the database. */
export function columnsOf({ columns, strings }: TextKind): string {
  const {
    title,
    titleLocale = 'owner.locale',
    titleOf,
    path,
    partnershipId,
    platformId,
    roomId,
    authorId,
    organisationId = 'null::uuid',
    country,
    themes = `'{}'::text[]`,
    at,
    shown,
  } = columns;
  const named = strings.map(({ name }) => `'${name}', owner.${name}`).join(', ');
  return `owner.id, owner.locale, owner.revision, json_build_object(${named}) as strings, ${title} as title,
    ${titleLocale} as title_locale, ${titleOf?.id ?? 'null::uuid'} as title_of,
    ${path} as path, ${partnershipId} as partnership_id, ${platformId} as platform_id, ${roomId} as room_id,
    ${authorId} as author_id, ${organisationId} as organisation_id, ${country} as country, ${themes} as themes, ${at} as at, (${shown}) as shown`;
}

/** A policy's scope for a statement with numbered values: `:guestOf` becomes the next `$n`. */
export function positional({ where, parameters }: Scope, values: unknown[]): string {
  const places = new Map<string, number>();
  return where.replace(/(?<!:):(\w+)/g, (_, name: string) => {
    if (!places.has(name)) places.set(name, values.push(parameters[name]));
    const value = parameters[name];
    const type = Array.isArray(value) ? '::uuid[]' : typeof value === 'boolean' ? '::boolean' : '';
    return `$${places.get(name)}${type}`;
  });
}

const toText = (kind: TextKind, row: TextRow): Text => ({
  kind: kind.name,
  id: row.id,
  locale: row.locale,
  revision: row.revision,
  strings: row.strings,
  title: row.title,
  titleLocale: row.title_locale,
  titleOf:
    kind.columns.titleOf && row.title_of ? { kind: kind.columns.titleOf.kind, id: row.title_of } : null,
  path: row.path,
  partnershipId: row.partnership_id,
  platformId: row.platform_id,
  roomId: row.room_id,
  authorId: row.author_id,
  organisationId: row.organisation_id,
  country: row.country,
  themes: row.themes,
  at: row.at,
  shown: row.shown,
});
