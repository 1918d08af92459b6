import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import { RoomCompanion } from '../../rooms/room-companion';
import type { RoomView } from '../../rooms/room.schema';
import { Queues } from './queue.service';
import { WayToQueue } from './way-to-queue';

/** Beside the threads of a room, for those who keep order there: what waits for them. */
@Injectable()
export class ModerationCompanion extends RoomCompanion {
  readonly standsInThread = 'false';

  constructor(private readonly queues: Queues) {
    super();
  }

  async inThread() {
    return null;
  }

  async inRoom({ actor }: Reader, room: RoomView) {
    if (!room.can.keep) return null;
    return <WayToQueue slug={room.slug} count={await this.queues.waiting(actor, room.id)} />;
  }
}
