import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Reader } from '../../core/http/reader';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { renderBlocks, type ReadBlock } from '../../core/markdown/markdown';
import { segmentsOf } from '../../core/markdown/segments';
import type { Weight } from '../../core/texts/original-revisions';
import type { Strings, Text, TextKind, TextString } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { segmentHtml } from './published-segment';
import { readPublished, type Published } from '../published';
import { translationPolicy } from '../translation.policy';
import { Workshops } from '../workshops.service';

/** A paragraph of plain text has no HTML. */
export interface BesideBlock {
  html?: string;
  source: string;
}

/** One paragraph in two languages; what has no counterpart stands alone. */
export interface BesidePair {
  /** Its place in the string, from 0. */
  position: number;
  original: BesideBlock;
  translation: BesideBlock | undefined;
}

export interface BesideString extends Pick<TextString, 'name' | 'label' | 'form'> {
  pairs: BesidePair[];
  /** What the original said when it was translated; absent when that is what it says now. */
  before: string | undefined;
  now: string;
}

export interface BesideView {
  text: Text;
  kind: TextKind;
  locale: Locale;
  /** Languages that it can be read in, beside its own. */
  locales: Locale[];
  published: Published | undefined;
  reviewedBy: string | undefined;
  strings: BesideString[];
  /** How much weighs what has changed since. */
  weight: Weight | undefined;
  can: Record<'translate' | 'review' | 'assign', boolean>;
}

/** A text and its translation as they are read, side by side. */
@Injectable()
export class Beside {
  constructor(
    private readonly kinds: TextKinds,
    private readonly workshops: Workshops,
    private readonly database: DataSource,
  ) {}

  /** @param wished the language to read; the reader's own first otherwise. @throws NotFound */
  async of(reader: Reader, kindName: string, id: string, wished?: Locale): Promise<BesideView> {
    const { manager } = this.database;
    const text = await this.kinds.find(reader.actor, kindName, id);
    const kind = this.kinds.named(kindName);
    const locales = await this.localesOf(kind, text);
    const locale = chosen(reader, text, locales, wished);
    const published = await readPublished(manager, kind, id, locale);
    const outdated = published !== undefined && published.sourceRevision < text.revision;
    const before = outdated
      ? await this.workshops.stringsAt(manager, text, published.sourceRevision)
      : undefined;
    return {
      ...{ text, kind, locale, published },
      locales: LOCALES.filter((each) => each !== text.locale),
      reviewedBy: await this.nameOf(published?.reviewerId),
      strings: kind.strings.flatMap((string) => beside(string, text, locale, published?.strings, before)),
      weight: outdated ? await this.weightSince(manager, text, published) : undefined,
      can: translationPolicy.can(reader.actor, { text, locale }),
    };
  }

  private async localesOf({ translations }: TextKind, { id }: Text): Promise<Locale[]> {
    const rows = await this.database.query<{ locale: Locale }[]>(
      `select locale from ${translations} where owner_id = $1`,
      [id],
    );
    return rows.map(({ locale }) => locale);
  }

  private async nameOf(personId: string | null | undefined): Promise<string | undefined> {
    if (!personId) return undefined;
    const [row] = await this.database.query<{ name: string }[]>('select name from people where id = $1', [
      personId,
    ]);
    return row?.name;
  }

  private async weightSince(tx: EntityManager, { id }: Text, { sourceRevision }: Published) {
    const [row] = await tx.query<{ weight: Weight }[]>(
      `select weight from original_revisions where owner_id = $1 and revision >= $2
       order by array_position(array['important', 'meaning', 'typo'], weight) limit 1`,
      [id, sourceRevision],
    );
    return row?.weight;
  }
}

/** What was asked for; or the reader's first language that there is; or hers, to say that there is none. */
function chosen(reader: Reader, text: Text, made: readonly Locale[], wished?: Locale): Locale {
  const others = LOCALES.filter((each) => each !== text.locale);
  if (wished && wished !== text.locale) return wished;
  const wanted = [...reader.locales, ...others].filter((each) => each !== text.locale);
  return wanted.find((each) => made.includes(each)) ?? wanted[0]!;
}

function beside(
  string: TextString,
  text: Text,
  locale: Locale,
  translation: Strings | undefined,
  before: Strings | undefined,
): BesideString[] {
  const now = text.strings[string.name];
  if (!now) return [];
  const { name, label, form } = string;
  const old = before?.[name];
  const changed = old != null && old !== now ? old : undefined;
  const pairs = pairsOf(
    blocksOf(now, string, `o-${text.id}`),
    blocksOf(translation?.[name] ?? '', string, `${locale}-${text.id}`),
  );
  return [{ ...{ name, label, form, pairs, now }, before: changed }];
}

function blocksOf(value: string, { form }: TextString, id: string): BesideBlock[] {
  if (value === '') return [];
  if (form === 'markdown') return renderBlocks(value, id) satisfies ReadBlock[];
  return segmentsOf(value, form).segments.map(({ text }) => ({
    ...(form === 'document' && { html: segmentHtml(text) }),
    source: text,
  }));
}

/** Translations have as many paragraphs as their originals; older ones may not, and then stand there as a whole. */
function pairsOf(original: BesideBlock[], translation: BesideBlock[]): BesidePair[] {
  if (original.length === translation.length || translation.length === 0)
    return original.map((block, position) => ({
      position,
      original: block,
      translation: translation[position],
    }));
  return [{ position: 0, original: whole(original), translation: whole(translation) }];
}

const whole = (blocks: BesideBlock[]): BesideBlock => ({
  ...(blocks.some(({ html }) => html) && { html: blocks.map(({ html }) => html ?? '').join('\n') }),
  source: blocks.map(({ source }) => source).join('\n\n'),
});
