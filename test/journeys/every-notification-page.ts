import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

/** What people are told in the hub, and what they follow. */
export async function notificationPages(hub: TestHub): Promise<Stop[]> {
  const [{ id }] = await hub.database.query<[{ id: string }]>(
    `insert into notifications (person_id, name, subject_kind, subject_id, cause)
     select people.id, 'gone', 'room', rooms.id, 'looked at' from people, rooms
     where people.email = 'member.it@demo.example' and rooms.slug = 'npd-it' returning id`,
  );
  await hub.database.query(
    `insert into followings (person_id, subject_kind, subject_id, part)
     select people.id, 'room', rooms.id, 'IT' from people, rooms
     where people.email = 'member.it@demo.example' and rooms.slug = 'npd-it'`,
  );
  return [
    { name: 'notifications', path: '/notifications', as: 'member.it' },
    { name: 'a notification whose subject is gone', path: `/notifications/${id}`, as: 'member.it' },
    { name: 'no notifications', path: '/notifications', as: 'admin' },
    { name: 'notifications of one kind', path: '/notifications?only=rest', as: 'member.it' },
    { name: 'what one follows', path: '/notifications/following', as: 'member.it' },
    { name: 'nothing followed', path: '/notifications/following', as: 'admin' },
  ];
}
