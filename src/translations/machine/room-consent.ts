/** What the keepers of a room have decided about machines. */
export interface Consent {
  visibility: 'public' | 'members' | 'private';
  /** null: as the hub does it, which is public rooms only. */
  machine: boolean | null;
}

type Rooms = 'public' | 'members' | 'all';

/** Whether the hub sends anything from such a room, if its keepers agree. */
export const maySend = (rooms: Rooms, visibility: Consent['visibility']): boolean =>
  rooms === 'all' || visibility === 'public' || (rooms === 'members' && visibility === 'members');

/** What holds as long as nobody has decided otherwise: only public rooms. */
export const agrees = ({ visibility, machine }: Consent): boolean => machine ?? visibility === 'public';

/** Asked by us, answered by rooms: translations lie below them and know none. */
export abstract class RoomConsent {
  abstract of(roomId: string): Promise<Consent | undefined>;
}
