import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RoomConsent, type Consent } from '../../translations/machine/room-consent';

/** What the keepers of rooms have decided about machines, for those who ask before they send. */
@Injectable()
export class RoomConsents extends RoomConsent {
  constructor(private readonly database: DataSource) {
    super();
  }

  async of(roomId: string): Promise<Consent | undefined> {
    const [row] = await this.database.query<Consent[]>(
      'select visibility, machine_translation as machine from rooms where id = $1',
      [roomId],
    );
    return row;
  }
}
