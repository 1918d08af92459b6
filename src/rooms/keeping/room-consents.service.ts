import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { machineOf } from '../../core/texts/origin';
import { RoomConsent, agrees, maySend, type Consent } from '../../translations/machine/room-consent';
import { RoomOrder } from '../live/room-order';
import { Rooms } from '../rooms.service';

/** What a keeper is shown and can decide. */
export interface MachineChoice {
  provider: string;
  allowed: boolean;
  /** The hub sends nothing from such rooms, whatever their keepers say. */
  possible: boolean;
}

/** What the keepers of rooms have decided about machines. */
@Injectable()
export class RoomConsents extends RoomConsent {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly rooms: Rooms,
    private readonly order: RoomOrder,
  ) {
    super();
  }

  async of(roomId: string): Promise<Consent | undefined> {
    const [row] = await this.database.query<Consent[]>(
      'select visibility, machine_translation as machine from rooms where id = $1',
      [roomId],
    );
    return row;
  }

  /** `undefined` where the hub has no machine. */
  async choice(roomId: string): Promise<MachineChoice | undefined> {
    const { machine } = this.config;
    const consent = machine && (await this.of(roomId));
    if (!consent) return undefined;
    const provider = machineOf(`machine:${machine.provider}`) ?? machine.provider;
    return { provider, allowed: agrees(consent), possible: maySend(machine.rooms, consent.visibility) };
  }

  async decide(actor: Actor, key: string, allowed: boolean): Promise<void> {
    const { id } = await this.rooms.kept(actor, key);
    await this.transactions.run(async (tx) => {
      await tx.query('update rooms set machine_translation = $2 where id = $1', [id, allowed]);
      await this.order.record(tx, 'room.edited', actor, id, { kind: 'room', id }, {});
    });
  }
}
