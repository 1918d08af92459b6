import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { roomPath } from '../room-paths';
import type { RoomView } from '../room.schema';

/** Marks all of the room as read, where something is not. */
export function ReadRoom({ room }: { room: RoomView }) {
  const { t } = useLanguage();
  if (room.unread === 0) return null;
  return (
    <Form action={`${roomPath(room.slug)}/position`} id="read-room" class="menu-form">
      <Button kind="plain">{t('rooms:unread.read_all')}</Button>
    </Form>
  );
}
