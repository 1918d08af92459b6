import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { ListRow } from '../../ui/parts/list-row';
import { Tabs } from '../../ui/parts/tabs';
import { TitleBlock } from '../../ui/parts/title-block';
import type { Room } from '../room.entity';
import { POLL_STATES, type PollState } from './poll-facts';
import { pollPath, roomPollsPath } from './poll-paths';
import { useClosing } from './poll-words';
import type { PollView } from './poll.schema';
import type { PollCounts } from './room-polls.service';

interface RoomPollsProps {
  room: Pick<Room, 'slug' | 'name' | 'locale'>;
  polls: PollView[];
  next: number | null;
  state: PollState;
}

/** What is asked in a room, and what came of it. */
export function RoomPollsBody({ room: { slug, name, locale }, polls, next, state }: RoomPollsProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:poll.list.title')} above={<span lang={locale}>{name}</span>} />
      <div class="stack section">
        <Tabs
          label={t('rooms:poll.list.narrow')}
          tabs={POLL_STATES.map((each) => ({
            path: roomPollsPath(slug, each),
            label: t(`rooms:poll.list.${each}`),
            current: each === state,
          }))}
        />
        {polls.length === 0 ? (
          <EmptyState title={t('rooms:poll.list.none')}>{t('rooms:poll.list.none_words')}</EmptyState>
        ) : (
          <ul class="list">
            {polls.map((poll) => (
              <Row poll={poll} />
            ))}
          </ul>
        )}
        {next !== null && (
          <p>
            <Link path={roomPollsPath(slug, state, next)} rel="next">
              {t('rooms:poll.list.more')}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

function Row({ poll }: { poll: PollView }) {
  const { t } = useLanguage();
  const closing = useClosing();
  const { id, question, kind, voters, own, can } = poll;
  return (
    <ListRow
      path={pollPath(id)}
      title={question.text}
      lang={question.locale}
      heading="h2"
      facts={
        <>
          <span>{t(`rooms:poll.kind.${kind}`)}</span>
          <span>{closing(poll)}</span>
          <span>{t('rooms:count.voters', { count: voters })}</span>
          {own && <span>{t('rooms:poll.list.voted')}</span>}
          {can.vote && !own && <b>{t('rooms:poll.list.missing')}</b>}
        </>
      }
    />
  );
}

/** For the head of a room: how many are open; none, when nobody ever asked. */
export function WayToPolls({ slug, counts: { open, all } }: { slug: string; counts: PollCounts }) {
  const { t } = useLanguage();
  if (all === 0) return null;
  return (
    <Link path={roomPollsPath(slug, 'all')}>
      {open > 0 ? t('rooms:count.open_polls', { count: open }) : t('rooms:poll.list.title')}
    </Link>
  );
}
