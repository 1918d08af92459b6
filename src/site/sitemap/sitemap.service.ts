import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { NotFound } from '../../core/errors/refusal';
import { LOCALES } from '../../core/i18n/locales';
import type { TextKind } from '../../core/texts/text-kind';
import { positional, TextKinds } from '../../core/texts/text-kinds';
import { block, inline, writeXml } from '../../core/xml/write-xml';
import { PATHS } from '../../ui/paths';

/** Pages in one file, each in every language: far below what the protocol allows, so that none is large. */
const PAGES = 1000;
/** Milliseconds for which the number of pages is not counted again. */
const LIFE = 600_000;

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
/** The file with the pages that every hub has. */
const OWN = 'pages';

const OWN_PAGES = [
  ...[PATHS.home, PATHS.partnerships, PATHS.platforms, PATHS.rooms, PATHS.handbooks, PATHS.practices],
  PATHS.comparisons,
  ...[PATHS.organisations, PATHS.glossary, PATHS.about, PATHS.accessibility, PATHS.privacy, PATHS.contact],
  PATHS.interface,
];

/** Kinds of texts that have a page of their own; others are read on the pages of these. */
const KINDS = [
  'partnership',
  'platform',
  'room',
  'thread',
  'organisation',
  'concept',
  'handbook',
  'chapter',
  'practice',
  ...['comparison', 'country_profile', 'dimension', 'question', 'answer'],
];

/** All pages that a visitor may read, for search engines: each kind of text says itself who reads it. */
@Injectable()
export class Sitemap {
  private counted: Promise<string[]> | undefined;
  private until = 0;

  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly config: Config,
  ) {}

  /** Which files there are. */
  async index(): Promise<string> {
    const files = [OWN, ...(await this.files())];
    const entries = files.map((name) =>
      block('sitemap', {}, [inline('loc', {}, [`${this.config.baseUrl}/sitemaps/${name}.xml`])]),
    );
    return writeXml(block('sitemapindex', NAMESPACE, entries));
  }

  /** @throws NotFound */
  async file(name: string): Promise<string> {
    const paths = name === OWN ? OWN_PAGES : await this.pathsIn(name);
    const alternates = 'http://www.w3.org/1999/xhtml';
    return writeXml(
      block(
        'urlset',
        { ...NAMESPACE, 'xmlns:xhtml': alternates },
        paths.flatMap((path) => this.entries(path)),
      ),
    );
  }

  /** One page in every language, each with the others. */
  private entries(path: string) {
    const address = (locale: string) => `${this.config.baseUrl}/${locale}${path === '/' ? '' : path}`;
    const others = LOCALES.map((locale) =>
      inline('xhtml:link', { rel: 'alternate', hreflang: locale, href: address(locale) }),
    );
    return LOCALES.map((locale) => block('url', {}, [inline('loc', {}, [address(locale)]), ...others]));
  }

  private files(): Promise<string[]> {
    if (this.counted && performance.now() < this.until) return this.counted;
    this.until = performance.now() + LIFE;
    this.counted = this.count();
    this.counted.catch(() => (this.until = 0));
    return this.counted;
  }

  private async count(): Promise<string[]> {
    const files: string[] = [];
    for (const kind of this.withPages()) {
      const { from, values } = pagesOf(kind);
      const [{ count }] = await this.database.query<[{ count: number }]>(
        `select count(*)::int as count from (${from}) page`,
        values,
      );
      for (let number = 1; number <= Math.ceil(count / PAGES); number += 1)
        files.push(`${kind.name}-${number}`);
    }
    return files;
  }

  private async pathsIn(name: string): Promise<string[]> {
    const [, kindName = '', number] = /^([a-z_]+)-([1-9]\d{0,5})$/.exec(name) ?? [];
    const kind = this.withPages().find((each) => each.name === kindName);
    if (!kind || !number) throw new NotFound();
    const { from, values } = pagesOf(kind);
    const rows = await this.database.query<{ path: string }[]>(
      `${from} order by owner.id limit ${PAGES} offset ${(Number(number) - 1) * PAGES}`,
      values,
    );
    if (rows.length === 0) throw new NotFound();
    return rows.map(({ path }) => path);
  }

  private withPages(): TextKind[] {
    return KINDS.map((name) => this.kinds.named(name));
  }
}

/** Pages of one kind of text, as a visitor may read them; a part of a page is none. */
function pagesOf(kind: TextKind): { from: string; values: unknown[] } {
  const values: unknown[] = [];
  const readable = positional(kind.readable(Actor.visitor), values);
  const { path, shown } = kind.columns;
  return {
    from: `select ${path} as path from ${kind.table} owner ${kind.joins}
      where ${readable} and (${shown}) and strpos(${path}, '#') = 0 and strpos(${path}, '?') = 0`,
    values,
  };
}
