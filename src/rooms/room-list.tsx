import type { Key } from '../core/i18n/keys';
import { useLanguage, useReading } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { Link } from '../ui/parts/link';
import { TitleBlock } from '../ui/parts/title-block';
import { PageData } from './live/page-data';
import { FeedLink } from './feeds/feed-link';
import type { RoomPlace } from './room-frames.service';
import { RoomRow, type RowOfRoom } from './room-row';

export interface ListedRoom extends RowOfRoom {
  place: RoomPlace;
}

const KINDS: Record<RoomPlace['kind'], Key> = {
  partnership: 'rooms:place.partnership',
  platform: 'rooms:place.platform',
  hub: 'rooms:place.hub',
};

/** All rooms that the reader may enter, by what they belong to. The script brings it up to date on coming back. */
export function RoomList({ rooms, mayOpen }: { rooms: ListedRoom[]; mayOpen: boolean }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:title')} lead={t('rooms:lead')}>
        {mayOpen && (
          <p>
            <ButtonLink path="/rooms/new">{t('rooms:new.title')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      {rooms.length === 0 && <NoRooms />}
      <div data-slot="page">
        {groups(rooms).map((group) => (
          <Group rooms={group} />
        ))}
      </div>
      <FeedLink page="" />
      <PageData facts={{ kind: 'rooms' }} words={{}} />
    </div>
  );
}

function NoRooms() {
  const { t } = useLanguage();
  const { person } = useReading();
  return (
    <EmptyState
      title={t('rooms:none.title')}
      heading="h2"
      action={!person && <ButtonLink path="/sign-in?next=%2Frooms">{t('ui:nav.sign_in')}</ButtonLink>}
    >
      {t('rooms:none.words')}
    </EmptyState>
  );
}

/** Partnerships first, then platforms, then the rooms of the whole hub; within them the liveliest first. */
function groups(rooms: ListedRoom[]): ListedRoom[][] {
  const byPlace = new Map<string, ListedRoom[]>();
  for (const listed of rooms) {
    const key = `${listed.place.kind} ${listed.place.path ?? ''}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), listed]);
  }
  const order = Object.keys(KINDS);
  return [...byPlace.values()].sort(
    (a, b) => order.indexOf(a[0]!.place.kind) - order.indexOf(b[0]!.place.kind),
  );
}

function Group({ rooms }: { rooms: ListedRoom[] }) {
  const { t } = useLanguage();
  const { kind, name, path, accent } = rooms[0]!.place;
  return (
    <section class="section place-group" data-accent={accent}>
      <div class="stack stack-tight place-head">
        {name && <p class="small soft">{t(KINDS[kind])}</p>}
        <h2 class="said said-large" lang={name?.locale}>
          {name && path ? <Link path={path}>{name.text}</Link> : t(KINDS[kind])}
        </h2>
      </div>
      <ul class="list">
        {rooms.map((listed) => (
          <RoomRow room={listed.room} here={listed.here} />
        ))}
      </ul>
    </section>
  );
}
