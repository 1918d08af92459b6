import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { Field } from '../../ui/parts/field';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Link } from '../../ui/parts/link';
import { Pages } from '../../ui/parts/pages';
import { TitleBlock } from '../../ui/parts/title-block';
import type { QueueRoom } from '../cases/queue.service';
import { FIGURES, LOG } from '../moderation-paths';
import { LOG_KINDS, type LogFilter, type LoggedDecision } from './log.schema';
import { Logged } from './logged-row';

interface LogPageProps {
  decisions: LoggedDecision[];
  pages: number;
  rooms: QueueRoom[];
  filter: LogFilter;
}

/** What was decided, by whom and why, the newest first. */
export function LogPage({ decisions, pages, rooms, filter }: LogPageProps) {
  const { t } = useLanguage();
  const { room = '', measure = '', from = '', to = '', page } = filter;
  const asked = Object.entries({ room, measure, from, to }).filter(([, value]) => value);
  const path = (number: number) => `${LOG}?${new URLSearchParams([...asked, ['page', String(number)]])}`;
  return (
    <div class="page">
      <TitleBlock title={t('moderation:log.title')} lead={t('moderation:log.lead')}>
        <p class="row small">
          <Link path={FIGURES}>{t('moderation:figures.title')}</Link>
        </p>
      </TitleBlock>
      <div class="section stack">
        <FilterBar path={LOG} values={{ room, measure, from, to }}>
          <Choice
            name="room"
            label={t('moderation:fact.room')}
            optional="silently"
            empty={t('moderation:queue.all')}
            options={rooms.map(({ slug, name, locale }) => ({ value: slug, label: name, lang: locale }))}
          />
          <Choice
            name="measure"
            label={t('moderation:fact.measure')}
            optional="silently"
            empty={t('moderation:queue.all')}
            options={LOG_KINDS.map((value) => ({ value, label: t(`moderation:measure.${value}`) }))}
          />
          <Field name="from" type="date" label={t('moderation:log.from')} width="middle" />
          <Field name="to" type="date" label={t('moderation:log.to')} width="middle" />
        </FilterBar>
        {decisions.length === 0 ? (
          <EmptyState title={t(asked.length > 0 ? 'moderation:log.no_match' : 'moderation:log.none')} />
        ) : (
          <ol class="list">
            {decisions.map((decision) => (
              <Logged decision={decision} />
            ))}
          </ol>
        )}
        <Pages page={page} pages={pages} path={path} />
      </div>
    </div>
  );
}
