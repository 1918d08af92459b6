import type { Key } from '../core/i18n/keys';
import { useLanguage, useReading } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import type { RoomPlace } from './room-frames.service';
import type { RoomView } from './room.schema';
import { signInPath } from './room-paths';

interface WayInProps {
  room: RoomView;
  place: RoomPlace;
}

/** Why one cannot write here, and the next step towards it. Drawn only for those who cannot. */
export function WayIn({ room, place }: WayInProps) {
  const { t } = useLanguage();
  const { person, path } = useReading();
  if (room.archived) return <p class="empty">{t('rooms:refusal.room_archived')}</p>;
  if (room.removed) return <p class="empty">{t('rooms:refusal.removed')}</p>;
  return (
    <div class="empty">
      <p>{t(WHO_WRITES[room.visibility === 'private' ? 'private' : room.place])}</p>
      {!person && (
        <ButtonLink path={signInPath(path)} kind="main">
          {t('ui:nav.sign_in')}
        </ButtonLink>
      )}
      {person && room.visibility !== 'private' && <Join kind={room.place} path={place.path} />}
    </div>
  );
}

function Join({ kind, path }: { kind: RoomView['place']; path: string | null }) {
  const { t } = useLanguage();
  if (kind === 'platform' && path)
    return <ButtonLink path={`${path}/join`}>{t('rooms:write.join')}</ButtonLink>;
  if (kind === 'partnership')
    return <ButtonLink path="/platforms">{t('rooms:write.see_platforms')}</ButtonLink>;
  return null;
}

const WHO_WRITES: Record<'hub' | 'partnership' | 'platform' | 'private', Key> = {
  hub: 'rooms:write.hub',
  partnership: 'rooms:write.partnership',
  platform: 'rooms:write.platform',
  private: 'rooms:write.private',
};

const WHO_READS: Record<'public' | 'hub' | 'partnership' | 'platform' | 'private', Key> = {
  public: 'rooms:read.public',
  hub: 'rooms:read.hub',
  partnership: 'rooms:read.partnership',
  platform: 'rooms:read.platform',
  private: 'rooms:read.private',
};

export const whoReads = ({ visibility, place }: Pick<RoomView, 'visibility' | 'place'>): Key =>
  WHO_READS[visibility === 'members' ? place : visibility];

export const whoWrites = ({ visibility, place }: RoomView): Key =>
  WHO_READS[visibility === 'private' ? 'private' : place];
