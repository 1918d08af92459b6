import { ownName, type Locale } from '../../core/i18n/locales';
import type { TextKind } from '../../core/texts/text-kind';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Hidden } from '../../ui/parts/hidden';
import { ListRow } from '../../ui/parts/list-row';
import { Pages } from '../../ui/parts/pages';
import { Tabs } from '../../ui/parts/tabs';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { EXCHANGE } from '../exchange/exchange-paths';
import { deskPath, TRANSLATORS } from '../translation-paths';
import { TODO, type Todo, type WorklistQuery, type WorklistRow, type WorklistView } from './worklist.schema';

interface WorklistPageProps {
  languages: Locale[];
  query: WorklistQuery;
  /** Absent for who translates into no language. */
  view: WorklistView | undefined;
  kinds: TextKind[];
}

/** What there is to do, language by language. */
export function WorklistPage({ languages, query, view, kinds }: WorklistPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('translations:worklist.title')} lead={t('translations:worklist.lead')}>
        <p class="row row-center">
          <ButtonLink path="/wording">{t('translations:wording.own')}</ButtonLink>
          <ButtonLink path={EXCHANGE}>{t('translations:exchange.title')}</ButtonLink>
          {languages.length > 0 && (
            <ButtonLink path={TRANSLATORS}>{t('translations:people.title')}</ButtonLink>
          )}
        </p>
      </TitleBlock>
      {view ? (
        <List {...{ languages, query, view, kinds }} />
      ) : (
        <EmptyState title={t('translations:worklist.no_language')}>
          {t('translations:worklist.no_language_how')}
        </EmptyState>
      )}
    </div>
  );
}

function List({ languages, query, view, kinds }: WorklistPageProps & { view: WorklistView }) {
  const { t } = useLanguage();
  const { language, counts, rows, page, pages } = view;
  const at = (change: Partial<WorklistQuery>) => pathOf({ ...query, language, page: 1, ...change });
  return (
    <>
      {languages.length > 1 && (
        <Tabs
          flush
          label={t('translations:worklist.languages')}
          tabs={languages.map((each) => ({
            ...{ label: ownName(each), lang: each, path: at({ language: each }), current: each === language },
          }))}
        />
      )}
      <Tabs
        label={t('translations:worklist.states')}
        tabs={TODO.filter((each) => each === 'todo' || each === query.state || counts[each] > 0).map(
          (each) => ({
            label: nameOf(each, t),
            path: at({ state: each }),
            current: each === query.state,
            count: counts[each],
          }),
        )}
      />
      <Filters query={{ ...query, language }} kinds={kinds} />
      {rows.length === 0 && <EmptyState title={t('translations:worklist.nothing')} />}
      <ul class="list">
        {rows.map((row) => (
          <Work row={row} kinds={kinds} />
        ))}
      </ul>
      <Pages page={page} pages={pages} path={(number) => at({ page: number })} />
    </>
  );
}

const nameOf = (todo: Todo, t: ReturnType<typeof useLanguage>['t']): string =>
  todo === 'todo' || todo === 'reports' ? t(`translations:worklist.${todo}`) : t(`ui:state.${todo}`);

function pathOf({ language, state, kind, partnership, who, page }: WorklistQuery): string {
  const query = new URLSearchParams({
    ...(language && { language }),
    ...(state !== 'todo' && { state }),
    ...(kind && { kind }),
    ...(partnership && { partnership }),
    ...(who !== 'all' && { who }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return `/translations${query && `?${query}`}`;
}

function Filters({ query, kinds }: { query: WorklistQuery; kinds: TextKind[] }) {
  const { t } = useLanguage();
  const { kind = '', who, partnership = '' } = query;
  const values = { kind, who: who === 'all' ? '' : who, partnership };
  return (
    <FilterBar path={pathOf({ ...query, page: 1 }).split('?')[0]!} values={values}>
      <Hidden name="language" value={query.language ?? ''} />
      {query.state !== 'todo' && <Hidden name="state" value={query.state} />}
      {partnership && <Hidden name="partnership" value={partnership} />}
      <Choice
        name="kind"
        label={t('translations:worklist.kind')}
        empty={t('translations:worklist.all_kinds')}
        options={kinds.map(({ name, label }) => ({ value: name, label: t(label) }))}
      />
      <Choice
        name="who"
        label={t('translations:worklist.who')}
        empty={t('translations:worklist.who_all')}
        options={[
          { value: 'me', label: t('translations:worklist.who_me') },
          { value: 'nobody', label: t('translations:worklist.who_nobody') },
        ]}
      />
    </FilterBar>
  );
}

function Work({ row, kinds }: { row: WorklistRow; kinds: TextKind[] }) {
  const language = useLanguage();
  const { t } = language;
  const kind = kinds.find(({ name }) => name === row.kind);
  return (
    <ListRow
      path={deskPath({ kind: row.kind, id: row.id, locale: row.locale })}
      title={row.title}
      lang={row.titleLocale}
      kind="name"
      heading="h2"
      marks={<TextState state={row.state} originalLocale={row.originalLocale} />}
      facts={
        <>
          {kind && <span>{t(kind.label)}</span>}
          {row.waiting > 0 && <span>{t('translations:worklist.waiting', { count: row.waiting })}</span>}
          {row.outdated > 0 && <span>{t('translations:worklist.outdated', { count: row.outdated })}</span>}
          {row.missing > 0 && row.state !== 'missing' && (
            <span>{t('translations:worklist.missing', { count: row.missing })}</span>
          )}
          {row.reports > 0 && <b>{t('translations:worklist.reported', { count: row.reports })}</b>}
          {row.assignee && <span>{row.assignee.name}</span>}
          {row.dueOn && (
            <span>
              {t('translations:worklist.due')} <Time value={row.dueOn} as="calendar" />
            </span>
          )}
        </>
      }
    />
  );
}
