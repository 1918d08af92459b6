import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { ListRow } from '../../ui/parts/list-row';
import { Tag, UnreadCount } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { LEVEL_WORDS } from '../following/level-menu';
import type { RoomPlace } from '../room-frames.service';
import { roomPath } from '../room-paths';
import { newsPath } from './news-path';
import type { NewsSort, NewsThread, NewsView } from './news.schema';

interface PlacedNews {
  place: RoomPlace;
  rooms: NewsView['rooms'];
}

/** Rooms of one place stand together, where the first of them stands. */
export function byPlace(rooms: NewsView['rooms'], places: readonly RoomPlace[]): PlacedNews[] {
  const groups = new Map<string, PlacedNews>();
  for (const [index, room] of rooms.entries()) {
    const place = places[index]!;
    const key = `${place.kind} ${place.path ?? ''}`;
    const group = groups.get(key) ?? { place, rooms: [] };
    group.rooms.push(room);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function PlaceNews({ group: { place, rooms }, only }: { group: PlacedNews; only: NewsSort }) {
  const { t } = useLanguage();
  const { name, path, accent } = place;
  return (
    <section class="section place-group" data-accent={accent}>
      <h2 class="said said-large" lang={name?.locale}>
        {name && path ? <Link path={path}>{name.text}</Link> : t('rooms:place.hub')}
      </h2>
      <div class="stack stack-wide">
        {rooms.map((room) => (
          <RoomNews {...room} only={only} />
        ))}
      </div>
    </section>
  );
}

function RoomNews({ room, threads, more, only }: NewsView['rooms'][number] & { only: NewsSort }) {
  const { t } = useLanguage();
  const id = `room-${room.id}`;
  const name = room.name.text;
  return (
    <section aria-labelledby={id}>
      <SectionHead
        id={id}
        heading="h3"
        title={<Link path={roomPath(room.slug)}>{name}</Link>}
        lang={room.name.locale}
      >
        <span class="row row-center">
          <UnreadCount count={room.unread} />
          {only === 'all' && (
            <Button
              small
              form="mark-read"
              name="room"
              value={room.id}
              label={`${t('rooms:news.read_room')}: ${name}`}
            >
              {t('rooms:news.read_room')}
            </Button>
          )}
        </span>
      </SectionHead>
      <ul class="list">
        {threads.map((thread) => (
          <ThreadNews thread={thread} />
        ))}
      </ul>
      {more && (
        <p class="small">
          <Link path={newsPath({ only, room: room.slug })}>{t('rooms:news.more')}</Link>
        </p>
      )}
    </section>
  );
}

function ThreadNews({ thread }: { thread: NewsThread }) {
  const language = useLanguage();
  const { t } = language;
  const { level, fresh, unread, lastAuthor, lastPostAt, title } = thread;
  return (
    <ListRow
      heading="p"
      path={thread.firstUnread}
      title={title.text}
      lang={title.locale}
      unread
      marks={
        <>
          <UnreadCount count={unread} />
          {fresh && <Tag>{t('rooms:news.fresh')}</Tag>}
          {level !== 'normal' && (
            <span class="small soft">
              {t('rooms:level.label')} {t(LEVEL_WORDS[level])}
            </span>
          )}
        </>
      }
      facts={
        <>
          {lastAuthor && <span>{lastAuthor}</span>}
          <span>{t('rooms:last_post', { when: language.ago(lastPostAt) })}</span>
          <span>{t('rooms:language', { language: language.languageName(title.originalLocale) })}</span>
        </>
      }
    />
  );
}
