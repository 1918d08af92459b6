/** What the keepers of a room have decided about machines. */
export interface Consent {
  visibility: 'public' | 'members' | 'private';
  /** null: as the hub does it, which is public rooms only. */
  machine: boolean | null;
}

/** Asked by us, answered by rooms: translations lie below them and know none. */
export abstract class RoomConsent {
  abstract of(roomId: string): Promise<Consent | undefined>;
}
