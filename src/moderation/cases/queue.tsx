import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { FilterBar } from '../../ui/parts/filter-bar';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { ListRow } from '../../ui/parts/list-row';
import { Tag } from '../../ui/parts/marks';
import { Pages } from '../../ui/parts/pages';
import { Tabs } from '../../ui/parts/tabs';
import { TitleBlock } from '../../ui/parts/title-block';
import { casePath, LOG, QUEUE } from '../moderation-paths';
import { CASE_STATES, type CaseState } from './case.policy';
import type { QueueFilter } from './case.schema';
import type { Queue } from './queue.service';
import type { StandingCase } from './standing-case';

/** An address of the queue. */
function queuePath({ state, room, language, assignee }: Partial<QueueFilter>, page = 1): string {
  const asked = { state, room, language, assignee, page: page > 1 ? String(page) : undefined };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value) as [string, string][]);
  return query.size > 0 ? `${QUEUE}?${query}` : QUEUE;
}

/** Everything that waits for those who keep order. */
export function QueuePage({ queue, filter }: { queue: Queue; filter: QueueFilter }) {
  const { t } = useLanguage();
  const state: CaseState = filter.state ?? 'open';
  return (
    <div class="page">
      <TitleBlock title={t('moderation:queue.title')} lead={t('moderation:queue.lead')}>
        <p class="row small">
          <Link path={LOG}>{t('moderation:log.title')}</Link>
        </p>
      </TitleBlock>
      <Tabs
        label={t('moderation:queue.states')}
        tabs={CASE_STATES.map((each) => ({
          label: t(`moderation:state.${each}`),
          path: queuePath({ ...filter, state: each }),
          current: each === state,
          count: queue.counts[each],
        }))}
      />
      <div class="section stack">
        <Filters queue={queue} filter={filter} />
        {queue.cases.length === 0 ? (
          <EmptyState title={t('moderation:queue.none')}>{t('moderation:queue.none_words')}</EmptyState>
        ) : (
          <ul class="list">
            {queue.cases.map((matter) => (
              <CaseRow matter={matter} heading="h2" />
            ))}
          </ul>
        )}
        <Pages page={filter.page} pages={queue.pages} path={(page) => queuePath(filter, page)} />
      </div>
    </div>
  );
}

function Filters({ queue, filter }: { queue: Queue; filter: QueueFilter }) {
  const { t } = useLanguage();
  const { state = '', room = '', language = '', assignee = '' } = filter;
  return (
    <FilterBar path={queuePath({ state: filter.state })} values={{ room, language, assignee }}>
      {state && <input type="hidden" name="state" value={state} />}
      <Choice
        name="room"
        label={t('moderation:fact.room')}
        optional="silently"
        empty={t('moderation:queue.all')}
        options={queue.rooms.map(({ slug, name, locale }) => ({ value: slug, label: name, lang: locale }))}
      />
      <LanguageSelect
        name="language"
        label={t('moderation:fact.language')}
        optional="silently"
        empty={t('moderation:queue.all')}
      />
      <Choice
        name="assignee"
        label={t('moderation:fact.assignee')}
        optional="silently"
        empty={t('moderation:queue.all')}
        options={[
          { value: 'me', label: t('moderation:queue.me') },
          { value: 'nobody', label: t('moderation:queue.nobody') },
        ]}
      />
    </FilterBar>
  );
}

export function CaseRow({ matter, heading }: { matter: StandingCase; heading: 'h2' | 'h3' }) {
  const language = useLanguage();
  const { t } = language;
  const {
    id,
    number,
    threadTitle,
    threadLocale,
    locale,
    author,
    assignee,
    reports,
    illegal,
    openedAt,
    room,
  } = matter;
  return (
    <ListRow
      path={casePath(id)}
      title={`${threadTitle}, ${matter.postNumber}`}
      lang={threadLocale}
      heading={heading}
      marks={
        <>
          <Tag>{t('moderation:case.name', { number })}</Tag>
          {illegal && <Tag>{t('moderation:case.illegal')}</Tag>}
        </>
      }
      facts={
        <>
          <span lang={room.locale}>{room.name}</span>
          <span>
            {reports > 0
              ? t('moderation:count.reports', { count: reports })
              : t('moderation:case.own_accord')}
          </span>
          {author && <span>{author}</span>}
          <span>{t('rooms:language', { language: language.languageName(locale) })}</span>
          <span>{t('moderation:case.since', { when: language.ago(openedAt) })}</span>
          {assignee && <span>{t('moderation:case.with', { name: assignee })}</span>}
        </>
      }
    />
  );
}
