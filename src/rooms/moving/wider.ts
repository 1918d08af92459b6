import type { RoomSubject } from '../room.policy';

type Readers = Pick<RoomSubject, 'id' | 'visibility' | 'platformId' | 'partnershipId'>;

const WIDTH = { private: 0, members: 1, public: 2 };

/** People can read there who could not read here. Each private room has guests of its own. */
export const isWider = (here: Readers, there: Readers): boolean =>
  here.id !== there.id &&
  (WIDTH[there.visibility] > WIDTH[here.visibility] ||
    (here.visibility === 'private' && there.visibility === 'private') ||
    (there.visibility !== 'public' &&
      (there.platformId !== here.platformId || there.partnershipId !== here.partnershipId)));
