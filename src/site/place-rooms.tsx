import { RoomRow, type RowOfRoom } from '../rooms/room-row';
import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';

interface PlaceRoomsProps {
  rooms: RowOfRoom[];
  /** Where somebody who keeps order here opens a room; absent for everybody else. */
  newRoomPath?: string;
}

/** The rooms of a partnership or of a platform. */
export function PlaceRooms({ rooms, newRoomPath }: PlaceRoomsProps) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="rooms">
      <SectionHead id="rooms" title={t('site:place.rooms')}>
        {newRoomPath && <Link path={newRoomPath}>{t('site:place.open_room')}</Link>}
      </SectionHead>
      {rooms.length === 0 && <p class="soft">{t('site:place.no_rooms')}</p>}
      <ul class="list">
        {rooms.map((row) => (
          <RoomRow {...row} />
        ))}
      </ul>
    </section>
  );
}
