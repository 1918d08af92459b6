import { useLanguage } from '../ui/language';
import { ListRow } from '../ui/parts/list-row';
import { LiveMark, Mark, UnreadCount } from '../ui/parts/marks';
import { roomPath } from './room-paths';
import type { RoomView } from './room.schema';

export interface RowOfRoom {
  room: RoomView;
  /** How many people sit at its table now. */
  here: number;
}

/** One room in a `ul.list`: whether somebody is there, what is new, what it is for. */
export function RoomRow({ room, here }: RowOfRoom) {
  const { t } = useLanguage();
  const quiet = room.visibility === 'public' && !room.archived;
  const marks = here > 0 || room.unread > 0 || !quiet;
  return (
    <ListRow
      path={roomPath(room.slug)}
      title={room.name.text}
      lang={room.name.locale}
      unread={room.unread > 0}
      marks={
        marks && (
          <>
            {here > 0 && <LiveMark />}
            {here > 0 && <span class="small soft">{t('rooms:count.here', { count: here })}</span>}
            <UnreadCount count={room.unread} />
            {room.visibility !== 'public' && <Mark kind="members" />}
            {room.archived && <Mark kind="archived" />}
          </>
        )
      }
      facts={<Facts room={room} />}
    >
      {room.description && <p lang={room.description.locale}>{room.description.text}</p>}
    </ListRow>
  );
}

function Facts({ room }: { room: RoomView }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <span>{t('rooms:count.threads', { count: room.threadCount })}</span>
      <span>{t('rooms:count.posts', { count: room.postCount })}</span>
      {room.lastPostAt && <span>{t('rooms:last_post', { when: language.ago(room.lastPostAt) })}</span>}
      <span>{t('rooms:language', { language: language.languageName(room.name.originalLocale) })}</span>
    </>
  );
}
