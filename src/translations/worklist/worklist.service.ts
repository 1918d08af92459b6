import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Forbidden } from '../../core/errors/refusal';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import type { TextKind } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { textsIn } from './texts-in';
import { TODO, type Todo, type WorklistQuery, type WorklistRow, type WorklistView } from './worklist.schema';

const PAGE = 50;
/** A reader who has reported something waits harder than ten who have not. */
const REPORT_WEIGHS = 10;

const IN_STATE: Record<Todo, string> = {
  todo: `(state <> 'reviewed' or reports > 0 or missing > 0)`,
  missing: `(state = 'missing' or missing > 0)`,
  outdated: `state = 'outdated'`,
  in_review: `state = 'in_review'`,
  machine: `state = 'machine'`,
  draft: `state = 'draft'`,
  reports: 'reports > 0',
};

/** What there is to do for the translators of a language: what most people wait for comes first. */
@Injectable()
export class Worklist {
  constructor(
    private readonly kinds: TextKinds,
    private readonly database: DataSource,
  ) {}

  /** The languages that somebody works on; all of them for who keeps order anywhere. */
  languagesOf(actor: Actor): Locale[] {
    if (actor.places('organiser', 'editor', 'host').length > 0) return [...LOCALES];
    return LOCALES.filter((locale) => actor.translates(locale));
  }

  /** @throws Forbidden when she has nothing to do with the language */
  async of(actor: Actor, query: WorklistQuery & { language: Locale }): Promise<WorklistView> {
    const { language, state, who, page } = query;
    if (!this.languagesOf(actor).includes(language))
      throw new Forbidden('translations:refusal.translators_only');
    const values: unknown[] = [[language], language, actor.person?.id ?? null];
    const base = this.base(actor, query, values);
    const assigned = { all: 'true', me: 'assignee_id = $3', nobody: 'assignee_id is null' }[who];
    const [{ counts, rows }] = await this.database.query<[{ counts: Record<Todo, number>; rows: Row[] }]>(
      `${base},
       wanted as (
         select * from work where ${IN_STATE[state]} and ${assigned}
         order by (waiting + ${REPORT_WEIGHS} * reports) desc, due_on nulls last, at desc nulls last, id
         limit ${PAGE} offset ${(page - 1) * PAGE})
       select (select json_build_object(${countsOf(assigned)}) from work) as counts,
         coalesce((select json_agg(wanted) from wanted), '[]') as rows`,
      values,
    );
    const pages = Math.max(1, Math.ceil(counts[state] / PAGE));
    return { language, rows: rows.map(toRow), counts, page, pages };
  }

  private base(actor: Actor, { language, kind, partnership }: WorklistQuery, values: unknown[]): string {
    const kinds = this.kinds.all.filter(({ name }) => !kind || name === kind);
    const own = actor.translates(language ?? '') ? undefined : keptBy(actor, values);
    const wanted = partnership ? values.push(partnership) : undefined;
    const narrowed = (columns: TextKind['columns']) =>
      [
        wanted ? `${columns.partnershipId} = $${wanted}` : 'true',
        own
          ? `${columns.partnershipId} = any($${own.partnerships}) or ${columns.platformId} = any($${own.platforms})`
          : 'true',
      ]
        .map((condition) => `(${condition})`)
        .join(' and ');
    const texts = kinds.length > 0 ? textsIn(kinds, actor, '$1', values, narrowed) : NOTHING;
    return `with texts as (${texts}),
      speakers as (select id from people where locale = $2 or $2 = any(reading_locales)),
      readers as (
        select place_id, count(distinct person_id)::int as count from grants
        where place_id is not null and person_id in (select id from speakers) group by place_id),
      notes as (
        select owner_id, count(*)::int as count from wording_notes where state = 'open' and locale = $2 group by owner_id),
      segments as (
        select owner_id, (count(*) filter (where text is null))::int as missing,
          (count(*) filter (where made_from <> source))::int as outdated
        from translation_segments where locale = $2 group by owner_id),
      work as materialized (
        select texts.*, coalesce(notes.count, 0) as reports, coalesce(segments.missing, 0) as missing,
          coalesce(segments.outdated, 0) as outdated, task.person_id as assignee_id, assignee.name as assignee,
          task.due_on::text as due_on, $3::uuid as me,
          coalesce(at_platform.count, at_partnership.count,
            case when platform_id is null and partnership_id is null then (select count(*)::int from speakers) end,
            0) as waiting
        from texts
        left join readers at_platform on at_platform.place_id = texts.platform_id
        left join readers at_partnership on at_partnership.place_id = texts.partnership_id
        left join notes on notes.owner_id = texts.id
        left join segments on segments.owner_id = texts.id
        left join translation_tasks task on task.owner_id = texts.id and task.locale = $2
        left join people assignee on assignee.id = task.person_id)`;
  }
}

/** When a kind is asked for that there is not. */
const NOTHING = `select null::text as kind, null::uuid as id, null as title, null as title_locale, null as path, null as original,
  null::timestamptz as at, null::uuid as partnership_id, null::uuid as platform_id, null::uuid as room_id,
  null::uuid as author_id, null as locale, null::text as state where false and $1::text[] is not null`;

/** Who does not translate the language looks after the texts of her own places only. */
function keptBy(actor: Actor, values: unknown[]): { partnerships: number; platforms: number } {
  const partnerships = values.push(actor.places('organiser', 'editor'));
  const platforms = values.push(actor.places('host'));
  return { partnerships, platforms };
}

const countsOf = (assigned: string): string =>
  TODO.map((each) => `'${each}', count(*) filter (where ${IN_STATE[each]} and ${assigned})`).join(', ');

interface Row {
  kind: string;
  id: string;
  title: string;
  title_locale: Locale;
  original: Locale;
  locale: Locale;
  state: WorklistRow['state'];
  waiting: number;
  reports: number;
  missing: number;
  outdated: number;
  assignee_id: string | null;
  assignee: string | null;
  due_on: string | null;
}

const toRow = (row: Row): WorklistRow => ({
  ...{ kind: row.kind, id: row.id, title: row.title, originalLocale: row.original, locale: row.locale },
  titleLocale: row.title_locale,
  ...{
    state: row.state,
    waiting: row.waiting,
    reports: row.reports,
    missing: row.missing,
    outdated: row.outdated,
  },
  assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee ?? '' } : null,
  dueOn: row.due_on,
});
