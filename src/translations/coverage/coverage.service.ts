import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { TextKinds } from '../../core/texts/text-kinds';
import { textsIn } from '../worklist/texts-in';
import { STANDINGS, type CoverageCell, type CoverageView, type Gate } from './coverage.schema';

/** What people say is said when it is said: conversations do not stand in the way of a print. */
const TALK = new Set(['post', 'thread']);

type Counted = Record<(typeof STANDINGS)[number], number>;

const countsOf = (of: string): string =>
  STANDINGS.map((each) => `(count(*) filter (where ${of} = '${each}'))::int as ${each}`).join(', ');

const take = (row: Counted): Counted =>
  Object.fromEntries(STANDINGS.map((each) => [each, row[each]])) as Counted;

/** How far the texts of a partnership are translated: kind by language, and whether they can be printed. */
@Injectable()
export class Coverage {
  constructor(
    private readonly kinds: TextKinds,
    private readonly database: DataSource,
  ) {}

  /** Of the texts that the actor may read. */
  async of(actor: Actor, partnershipId: string): Promise<CoverageView> {
    const cells = await this.cells(actor, partnershipId);
    const gates = await Promise.all(LOCALES.map((locale) => this.gate(partnershipId, locale, { actor })));
    return { locales: [...LOCALES], cells, gates };
  }

  /**
   * Whether everything can be printed in a language, and what stands in the way.
   * @param kinds of texts that are printed; without it, all but conversations
   */
  async gate(
    partnershipId: string,
    locale: Locale,
    { actor = Actor.system, kinds }: { actor?: Actor; kinds?: readonly string[] } = {},
  ): Promise<Gate> {
    const printed = this.kinds.all.filter(({ name }) => (kinds ? kinds.includes(name) : !TALK.has(name)));
    const values: unknown[] = [[locale], partnershipId];
    const texts = textsIn(printed, actor, '$1', values, (columns) => `${columns.partnershipId} = $2`);
    const [row] = await this.database.query<[Counted]>(
      `with texts as (${texts}),
       standing as (
         select coalesce(case when segment.id is null then texts.state
             when segment.text is null then 'missing'
             when segment.made_from <> segment.source then 'outdated' else segment.status end) as state
         from texts left join translation_segments segment
           on segment.owner_id = texts.id and segment.locale = texts.locale)
       select ${countsOf('state')} from standing`,
      values,
    );
    const segments = take(row);
    const ready = STANDINGS.every((each) => each === 'reviewed' || segments[each] === 0);
    return { locale, ready, segments };
  }

  private async cells(actor: Actor, partnershipId: string): Promise<CoverageCell[]> {
    const values: unknown[] = [[...LOCALES], partnershipId];
    const texts = textsIn(this.kinds.all, actor, '$1', values, (columns) => `${columns.partnershipId} = $2`);
    const rows = await this.database.query<(Counted & { kind: string; locale: Locale; texts: number })[]>(
      `with texts as (${texts})
       select kind, locale, count(*)::int as texts, ${countsOf('state')} from texts group by kind, locale`,
      values,
    );
    return rows.map((row) => ({ kind: row.kind, locale: row.locale, texts: row.texts, counts: take(row) }));
  }
}
