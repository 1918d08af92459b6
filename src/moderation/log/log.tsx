import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Link } from '../../ui/parts/link';
import { Pages } from '../../ui/parts/pages';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { QueueRoom } from '../cases/queue.service';
import { WhatWasDecided } from '../decisions/decision-words';
import { MEASURES } from '../decisions/measure';
import { casePath, LOG } from '../moderation-paths';
import type { LogFilter } from './log.schema';
import type { LoggedDecision } from './log.service';

interface LogPageProps {
  decisions: LoggedDecision[];
  pages: number;
  rooms: QueueRoom[];
  filter: LogFilter;
}

/** What was decided, by whom and why, the newest first. */
export function LogPage({ decisions, pages, rooms, filter }: LogPageProps) {
  const { t } = useLanguage();
  const { room = '', measure = '', page } = filter;
  const path = (number: number) =>
    `${LOG}?${new URLSearchParams({ ...(room && { room }), ...(measure && { measure }), page: String(number) })}`;
  return (
    <div class="page">
      <TitleBlock title={t('moderation:log.title')} lead={t('moderation:log.lead')} />
      <div class="section stack">
        <FilterBar path={LOG} values={{ room, measure }}>
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
            options={MEASURES.map((value) => ({ value, label: t(`moderation:measure.${value}`) }))}
          />
        </FilterBar>
        {decisions.length === 0 ? (
          <EmptyState title={t('moderation:log.none')} />
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

function Logged({ decision }: { decision: LoggedDecision }) {
  const { t } = useLanguage();
  const { number, decider, decidedAt, caseId, caseNumber, author, room } = decision;
  return (
    <li class="stack stack-tight" id={`decision-${number}`}>
      <WhatWasDecided decision={decision} />
      <p class="small soft dots">
        <span>
          <Link path={casePath(caseId)}>{t('moderation:case.name', { number: caseNumber })}</Link>
        </span>
        <span lang={room.locale}>{room.name}</span>
        {author && <span>{t('moderation:log.author', { name: author })}</span>}
        {decider && <span>{t('moderation:log.decider', { name: decider })}</span>}
        <Time value={decidedAt} />
      </p>
    </li>
  );
}
