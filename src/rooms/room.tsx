import type { ComponentChildren } from 'preact';
import { themeWord } from '../directory/themes';
import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { Facts } from '../ui/parts/facts';
import { Link } from '../ui/parts/link';
import { ListRow } from '../ui/parts/list-row';
import { LiveMark, Mark, UnreadCount } from '../ui/parts/marks';
import { Standing } from '../ui/parts/standing';
import { TitleBlock } from '../ui/parts/title-block';
import { PageData, useThreadWords } from './live/page-data';
import type { Presence } from './live/presence.service';
import type { RoomPlace } from './room-frames.service';
import { RoomLevelMenu } from './following/level-menu';
import { ReadRoom } from './following/read-room';
import type { PollCounts } from './polls/room-polls.service';
import { WayToPolls } from './polls/room-polls';
import { ReadingChoice } from './reading-choice';
import { FeedLink } from './feeds/feed-link';
import { roomPath, threadPath, unreadPath } from './room-paths';
import type { RoomView } from './room.schema';
import { AtTheTable } from './live/table';
import { ThemeFilterBar, ThreadStates, threadsPath } from './themes/thread-filter';
import type { ThreadFacets } from './threads/thread-facets.service';
import type { ThreadFilter, ThreadView } from './threads/thread.schema';
import { WayIn, whoReads, whoWrites } from './way-in';

export interface RoomBodyProps {
  room: RoomView;
  place: RoomPlace;
  presence: Presence;
  threads: ThreadView[];
  /** Cursor of the next page. */
  next: string | null;
  filter: ThreadFilter;
  facets: ThreadFacets;
  /** Whether this is not the first page of threads. */
  further: boolean;
  epoch: string;
  /** The reader wants no translations here. */
  originals: boolean;
  /** How many posts wait for those who keep order; 0 for all others. */
  waiting: number;
  polls: PollCounts;
  /** What other capabilities show beside the threads. */
  beside: ComponentChildren;
}

/** A room: what it is for, who may do what, who is here, and its threads. */
export function RoomBody(props: RoomBodyProps) {
  const { room, place, presence, originals } = props;
  return (
    <div class="page">
      <TitleBlock
        title={room.name.text}
        lang={room.name.locale}
        above={<Above room={room} place={place} presence={presence} />}
        {...(room.description && {
          lead: <span lang={room.description.locale}>{room.description.text}</span>,
        })}
      >
        <RoomActs room={room} waiting={props.waiting} />
        <div class="row row-center thread-tools">
          <RoomLevelMenu room={room} />
          <ReadRoom room={room} />
          <WayToPolls slug={room.slug} counts={props.polls} />
          <ReadingChoice slug={room.slug} originals={originals} />
        </div>
      </TitleBlock>
      <div class="split split-room section live-page" data-slot="page">
        <section class="stack" aria-labelledby="threads">
          <Threads {...props} />
          {!room.can.open && <WayIn room={room} place={place} />}
          <p class="small soft connection" role="status" data-slot="connection" />
        </section>
        <div class="aside stack stack-wide">
          <AtTheTable presence={presence} />
          <RoomFacts room={room} place={place} />
          {room.visibility === 'public' && <FeedLink page={roomPath(room.slug)} />}
          {props.beside}
        </div>
      </div>
      <RoomData {...props} />
    </div>
  );
}

function Above({ room, place, presence }: Pick<RoomBodyProps, 'room' | 'place' | 'presence'>) {
  const translated = room.name.state !== 'original';
  return (
    <>
      <span data-slot="live" hidden={presence.count === 0}>
        <LiveMark />
      </span>
      {place.name && place.path && (
        <Link path={place.path} lang={place.name.locale} class="quiet-link">
          {place.name.text}
        </Link>
      )}
      {room.visibility !== 'public' && <Mark kind="members" />}
      {room.archived && <Mark kind="archived" />}
      {translated && <Standing of={room.name} text={{ kind: 'room', id: room.id }} />}
    </>
  );
}

function RoomActs({ room, waiting }: { room: RoomView; waiting: number }) {
  const { t } = useLanguage();
  if (!room.can.open && !room.can.keep) return null;
  return (
    <p class="row row-center">
      {room.can.open && (
        <ButtonLink path={`${roomPath(room.slug)}/threads/new`} kind="main">
          {t('rooms:thread.open')}
        </ButtonLink>
      )}
      {room.can.keep && (
        <ButtonLink path={`${roomPath(room.slug)}/manage`}>{t('rooms:manage.link')}</ButtonLink>
      )}
      {waiting > 0 && (
        <ButtonLink path={`${roomPath(room.slug)}/held`}>
          {t('rooms:held.count', { count: waiting })}
        </ButtonLink>
      )}
    </p>
  );
}

function Threads({ room, threads, facets, next, further, filter }: RoomBodyProps) {
  const { t } = useLanguage();
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <h2 id="threads">{t('rooms:thread.list')}</h2>
      <ThemeFilterBar slug={room.slug} filter={filter} facets={facets} />
      <div class="stack" data-slot="threads">
        {room.threadCount > 0 && <ThreadStates room={room} filter={filter} facets={facets} />}
        {threads.length === 0 && narrowed && (
          <EmptyState title={t('rooms:filter.none')}>{t('rooms:filter.none_words')}</EmptyState>
        )}
        {threads.length === 0 && !narrowed && (
          <EmptyState title={t('rooms:thread.none')}>{t('rooms:thread.none_words')}</EmptyState>
        )}
        {threads.length > 0 && (
          <ul class="list">
            {threads.map((thread) => (
              <ThreadRow thread={thread} />
            ))}
          </ul>
        )}
        {(next || further) && (
          <nav class="pages" aria-label={t('rooms:thread.pages')}>
            {further && <Link path={threadsPath(room.slug, filter)}>{t('rooms:thread.newest')}</Link>}
            {next && (
              <Link path={threadsPath(room.slug, filter, next)} rel="next">
                {t('rooms:thread.older')}
              </Link>
            )}
          </nav>
        )}
      </div>
    </>
  );
}

function ThreadRow({ thread }: { thread: ThreadView }) {
  const language = useLanguage();
  const { t } = language;
  const marked = thread.pinned || thread.closed || thread.resolvedAt !== null || thread.unread > 0;
  return (
    <ListRow
      path={thread.unread > 0 ? unreadPath(thread.id, thread.readUpTo) : threadPath(thread.id)}
      title={thread.title.text}
      lang={thread.title.locale}
      unread={thread.unread > 0}
      marks={
        marked && (
          <>
            <UnreadCount count={thread.unread} />
            {thread.pinned && <Mark kind="pinned" />}
            {thread.resolvedAt && <Mark kind="resolved" />}
            {thread.closed && <Mark kind="closed" />}
          </>
        )
      }
      facts={
        <>
          {thread.themes.map((theme) => (
            <span>{t(themeWord(theme))}</span>
          ))}
          <span>{thread.openedBy.name}</span>
          <span>{t('rooms:count.posts', { count: thread.postCount })}</span>
          <span>{t('rooms:last_post', { when: language.ago(thread.lastPostAt) })}</span>
          <span>{t('rooms:language', { language: language.languageName(thread.title.originalLocale) })}</span>
        </>
      }
    />
  );
}

function RoomFacts({ room, place }: Pick<RoomBodyProps, 'room' | 'place'>) {
  const language = useLanguage();
  const { t } = language;
  return (
    <aside class="stack" aria-labelledby="about-room">
      <h2 id="about-room">{t('rooms:about.title')}</h2>
      <Facts
        stacked
        facts={[
          { label: t('rooms:about.reads'), value: t(whoReads(room)) },
          { label: t('rooms:about.writes'), value: t(whoWrites(room)) },
          { label: t('rooms:about.language'), value: language.languageName(room.name.originalLocale) },
          {
            label: t('rooms:about.place'),
            value: place.name && place.path && <Link path={place.path}>{place.name.text}</Link>,
            ...(place.name && { lang: place.name.locale }),
          },
        ]}
      />
    </aside>
  );
}

function RoomData({ room, epoch }: RoomBodyProps) {
  const words = useThreadWords();
  const facts = { kind: 'room' as const, room: room.id, epoch, last: room.lastSeq };
  return <PageData facts={facts} words={words} />;
}
