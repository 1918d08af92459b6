import { notice, noticeAlone, of } from '../../notifications/notice-kind';
import { removalPath } from '../room-paths';

/** She may no longer see the room, and is told why all the same. */
export const REMOVAL_NOTICES = [
  {
    provide: 'notice room.member_removed',
    useValue: of(
      'moderation',
      noticeAlone('room.member_removed', 'rooms:told.removed', ({ removalId }) =>
        removalPath(String(removalId)),
      ),
    ),
  },
  {
    provide: 'notice room.member_readmitted',
    useValue: of('moderation', notice('room.member_readmitted', 'rooms:told.readmitted')),
  },
];
