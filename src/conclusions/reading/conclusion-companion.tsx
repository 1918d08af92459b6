import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import { RoomCompanion } from '../../rooms/room-companion';
import type { RoomView } from '../../rooms/room.schema';
import type { ThreadView } from '../../rooms/threads/thread.schema';
import { ConclusionReading } from './conclusion-reading.service';
import { ThreadConclusions } from './thread-conclusions';
import { WayToConclusions } from './way-to-conclusions';

/** What was concluded, on the pages where it was talked about. */
@Injectable()
export class ConclusionCompanion extends RoomCompanion {
  readonly standsInThread =
    'exists (select from conclusions conclusion where conclusion.thread_id = thread.id)';

  constructor(private readonly reading: ConclusionReading) {
    super();
  }

  async inThread({ actor, locales }: Reader, room: RoomView, { id }: ThreadView) {
    const all = await this.reading.ofThread(actor, id, locales);
    const standing = all.filter(({ state }) => state !== 'replaced' && state !== 'withdrawn');
    return standing.length > 0 ? <ThreadConclusions conclusions={standing} room={room} /> : null;
  }

  async inRoom({ actor }: Reader, room: RoomView) {
    const count = await this.reading.count(actor, room.id);
    return <WayToConclusions slug={room.slug} count={count} />;
  }
}
