import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Forbidden, NotFound } from '../../core/errors/refusal';
import { prose } from '../../core/http/text.schema';
import { isLocale, type Locale } from '../../core/i18n/locales';
import { TranslationMemory } from '../memory/translation-memory.service';
import { memoryPolicy } from './exchange.policy';
import type { IncomingPair, Pair } from './pair';
import { assertSeen, type Performed } from './performed';
import { markOf, type Report, type ReportLine } from './report';
import type { Verdict } from './verdict';

/** What is public and was made by people goes out; where it was said stays at home. */
const PUBLIC = `select source, target from translation_memory
  where source_locale = $1 and target_locale = $2 and place is null and not machine
  order by source collate "C", target collate "C" limit 100000`;

const entry = prose(20_000);
/** Sources that are looked up at once. */
const AT_ONCE = 1000;

/** The translation memory as files. */
@Injectable()
export class MemoryExchange {
  constructor(
    private readonly database: DataSource,
    private readonly memory: TranslationMemory,
  ) {}

  /** @throws NotFound when there is nothing yet */
  async pairs(actor: Actor, from: Locale, to: Locale): Promise<Pair[]> {
    if (!memoryPolicy.may(actor, 'take', to)) throw new Forbidden();
    const rows = await this.database.query<Omit<Pair, 'from' | 'to'>[]>(PUBLIC, [from, to]);
    if (rows.length === 0) throw new NotFound();
    return rows.map((row) => ({ from, to, ...row }));
  }

  async preview(
    actor: Actor,
    pairs: readonly IncomingPair[],
    database: DataSource | EntityManager = this.database,
  ): Promise<Report> {
    const lines: ReportLine[] = [];
    const seen = new Map<string, string>();
    for (const group of groupsOf(pairs)) {
      const { from, to } = group[0]!;
      const allowed = memoryPolicy.may(actor, 'bring', to);
      const known = await this.memory.exact(
        database,
        group.map(({ source }) => source),
        { from, to, place: null },
      );
      for (const pair of group) {
        const before = known.get(pair.source);
        const standing = before?.origin.startsWith('machine:') ? undefined : before?.target;
        const key = `${from} ${to} ${pair.source}`;
        const verdict = allowed ? verdictOf(pair, standing ?? seen.get(key)) : 'not_allowed';
        if (verdict === 'new') seen.set(key, pair.target);
        lines.push(lineOf(pair, verdict, standing ?? null));
      }
    }
    lines.sort((a, b) => a.line - b.line);
    const mark = markOf(lines.map(({ verdict, source, text }) => [verdict, source, text]));
    const [first] = pairs;
    const alone = pairs.every(({ from, to }) => from === first?.from && to === first.to);
    const languages = alone && first ? { from: first.from, to: first.to } : { from: null, to: null };
    return { kind: 'memory', ...languages, lines, problems: [], seen: mark };
  }

  async perform(
    tx: EntityManager,
    actor: Actor,
    pairs: readonly IncomingPair[],
    seen: string,
  ): Promise<Performed> {
    const report = await this.preview(actor, pairs, tx);
    assertSeen(report.seen, seen);
    const wanted = new Set(report.lines.filter(({ verdict }) => verdict === 'new').map(({ id }) => id));
    for (const group of groupsOf(pairs.filter((pair) => wanted.has(idOf(pair))))) {
      const { from, to } = group[0]!;
      const made = group.map(({ source, target }) => ({ source, target, origin: 'import' }));
      await this.memory.remember(tx, { from, to, place: null }, made);
    }
    return { count: wanted.size, translations: [] };
  }
}

const idOf = ({ from, to, line }: IncomingPair): string => `${from} ${to} ${line}`;

function verdictOf({ from, to, source, target }: IncomingPair, standing: string | undefined): Verdict {
  if (!isLocale(from) || !isLocale(to) || from === to) return 'language';
  if (source === '' || target === '') return 'untranslated';
  const read = [entry.safeParse(source), entry.safeParse(target)];
  if (read.some((each) => each.error?.issues.some(({ code }) => code === 'too_big'))) return 'too_long';
  if (read.some(({ success }) => !success)) return 'characters';
  if (standing === undefined) return 'new';
  return standing === target ? 'same' : 'stands';
}

const lineOf = (pair: IncomingPair, verdict: Verdict, before: string | null): ReportLine => ({
  ...{ line: pair.line, verdict, id: idOf(pair), lost: [] },
  ...{ source: pair.source, text: pair.target, before },
});

/** By languages, in handy numbers. */
function groupsOf(pairs: readonly IncomingPair[]): IncomingPair[][] {
  const byLanguages = new Map<string, IncomingPair[]>();
  for (const pair of pairs) {
    const key = `${pair.from} ${pair.to}`;
    const group = byLanguages.get(key);
    if (group) group.push(pair);
    else byLanguages.set(key, [pair]);
  }
  return [...byLanguages.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / AT_ONCE) }, (_, place) =>
      group.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
    ),
  );
}
