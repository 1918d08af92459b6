import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import type { TextString } from '../../core/texts/text-kind';
import { blocksIn } from '../blocks';
import { check } from '../checks/checks';
import type { Finding } from '../checks/finding';
import { TermChecks } from '../checks/term-checks.service';
import type { Remembered } from '../memory/translation-memory.service';
import type { TranslationOf } from '../segment-store';
import { stateOf, type Segment, type SegmentState } from '../segment';
import { translationPolicy } from '../translation.policy';
import { Translations } from '../translations.service';
import type { Workshop } from '../workshop';
import { changesOf } from './desk-work';
import type { DeskQuery, Shown, Work } from './desk.schema';
import { DeskAside, type Aside } from './desk-aside.service';
import type { Occurring } from '../checks/term-checks.service';
import { Drafts, type Draft } from './drafts.service';
import { seenOf } from './seen';

/** Segments on one page: each is two fields of a form, and a form may have two hundred. */
const PAGE = 40;

export interface DeskSegment extends Segment {
  /** Its place in the whole text, from 1. */
  number: number;
  state: SegmentState;
  of: TextString;
  /** A row of a table, a heading and so on; see `SegmentKind`. */
  block: string;
  seen: string;
  draft: Draft | undefined;
  findings: Finding[];
  translatedBy: string | undefined;
  /** The terms of the original that stand in it. */
  terms: Occurring;
  /** What was translated before and is like it. */
  remembered: Remembered[];
}

type LaidOut = Omit<DeskSegment, 'terms' | 'remembered'>;

export type Counts = Record<Shown, number> & Record<SegmentState, number>;

export interface DeskView extends Aside {
  workshop: Workshop;
  segments: DeskSegment[];
  counts: Counts;
  query: DeskQuery;
  pages: number;
  /** What was typed for parts that the original no longer has. */
  stray: Draft[];
}

/** Lays a translation out for a translator, and does what she asks for. */
@Injectable()
export class Desk {
  constructor(
    private readonly translations: Translations,
    private readonly drafts: Drafts,
    private readonly terms: TermChecks,
    private readonly aside: DeskAside,
    private readonly database: DataSource,
  ) {}

  /** @param kept segments to show whatever the filter says, because something is typed in them */
  async of(
    actor: Actor,
    of: TranslationOf,
    query: DeskQuery,
    kept: ReadonlySet<string> = new Set(),
  ): Promise<DeskView> {
    const workshop = await this.translations.workshop(actor, of);
    translationPolicy.allow(actor, 'translate', { text: workshop.text, locale: of.locale });
    const drafts = await this.drafts.of(actor, of);
    const all = laidOut(workshop, drafts, await this.namesIn(workshop));
    const shown = all.filter(({ id, state }) =>
      kept.size > 0 ? kept.has(id) : query.show === 'all' || state === query.show,
    );
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    const page = Math.min(query.page, pages);
    const known = new Set(all.map(({ id }) => id));
    return {
      ...{ workshop, counts: countsOf(all), pages, query: { ...query, page } },
      ...(await this.aside.of(actor, workshop)),
      segments: await this.helped(workshop, shown.slice((page - 1) * PAGE, page * PAGE)),
      stray: drafts.filter(({ segmentId }) => !known.has(segmentId)),
    };
  }

  /** With what the termbase and the memory say. */
  private async helped({ text, of }: Workshop, segments: readonly LaidOut[]): Promise<DeskSegment[]> {
    const [from, to] = [text.locale, of.locale];
    return Promise.all(
      segments.map(async (segment) => {
        const { source, text: translation } = segment;
        const [terms, found, remembered] = await Promise.all([
          this.terms.occurring(source, from, to),
          this.terms.check({ source, text: translation ?? '', from, to }),
          this.aside.remembered(segment, text, to),
        ]);
        return { ...segment, terms, remembered, findings: [...segment.findings, ...found] };
      }),
    );
  }

  /** @throws Conflict with theirs, when somebody else has saved one of the segments */
  async work(actor: Actor, of: TranslationOf, work: Work): Promise<void> {
    const workshop = await this.translations.workshop(actor, of);
    translationPolicy.allow(actor, 'translate', { text: workshop.text, locale: of.locale });
    const changes = changesOf(actor, workshop, work);
    if (changes.length > 0) await this.translations.save(actor, of, changes);
    const done = work.verb === 'discard' && work.at ? [work.at] : [];
    await this.drafts.forget(actor, [...changes.map(({ id }) => id), ...done]);
  }

  private async namesIn({ segments }: Workshop): Promise<Map<string, string>> {
    const ids = [...new Set(segments.flatMap(({ translatorId }) => translatorId ?? []))];
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }[]>(
      'select id, name from people where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function laidOut(
  { kind, text, segments, of }: Workshop,
  drafts: readonly Draft[],
  names: ReadonlyMap<string, string>,
): LaidOut[] {
  const typed = new Map(drafts.map((draft) => [draft.segmentId, draft]));
  const blocks = blocksIn(kind, text);
  return kind.strings
    .flatMap((string) =>
      segments
        .filter((segment) => segment.string === string.name)
        .map((segment) => ({
          segment,
          of: string,
          block: blocks.get(string.name)?.[segment.position] ?? '',
        })),
    )
    .map(({ segment, ...rest }, place) => ({
      ...segment,
      ...rest,
      number: place + 1,
      state: stateOf(segment),
      seen: seenOf(segment),
      draft: unlike(typed.get(segment.id), segment.text),
      findings: findingsOf(segment, rest, text.locale, of.locale),
      translatedBy: names.get(segment.translatorId ?? ''),
    }));
}

const unlike = (draft: Draft | undefined, text: string | null): Draft | undefined =>
  draft?.text === (text ?? '') ? undefined : draft;

const findingsOf = (
  { source, text }: Segment,
  { of: { form }, block }: Pick<DeskSegment, 'of' | 'block'>,
  from: Locale,
  to: Locale,
): Finding[] => (text === null ? [] : check({ source, text, from, to, form, kind: block }));

function countsOf(segments: readonly LaidOut[]): Counts {
  const counts = {
    all: segments.length,
    missing: 0,
    outdated: 0,
    machine: 0,
    draft: 0,
    in_review: 0,
    reviewed: 0,
  };
  for (const { state } of segments) counts[state] += 1;
  return counts;
}
