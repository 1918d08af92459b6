import type { ComponentChildren } from 'preact';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Reader } from '../core/http/reader';
import type { RoomView } from './room.schema';
import type { ThreadView } from './threads/thread.schema';

/**
 * What a capability above shows on the pages of rooms and threads: what was concluded there, say. Found among the
 * providers. It is drawn anew with every entry of the room, and at no other time for visitors (KeptPages).
 */
export abstract class RoomCompanion {
  /** SQL, of a row called `thread`: whether anything is to be shown there. Asked with the thread; mostly nothing is. */
  abstract readonly standsInThread: string;

  /** Above the log of a thread. */
  abstract inThread(reader: Reader, room: RoomView, thread: ThreadView): Promise<ComponentChildren>;

  /** Beside the threads of a room. */
  abstract inRoom(reader: Reader, room: RoomView): Promise<ComponentChildren>;
}

/** All that the capabilities above show. */
@Injectable()
export class RoomCompanions implements OnModuleInit {
  private companions: RoomCompanion[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.companions = this.discovery
      .getProviders()
      .flatMap(({ instance }) => (instance instanceof RoomCompanion ? [instance] : []));
  }

  /** SQL, of a row called `thread`: for each companion, whether it has anything to show there. */
  get standInThread(): string {
    return `array[${this.companions.map(({ standsInThread }) => standsInThread).join(', ')}]::boolean[]`;
  }

  /** @param standing what the database said to `standInThread` */
  inThread(
    reader: Reader,
    room: RoomView,
    thread: ThreadView,
    standing: readonly boolean[],
  ): Promise<ComponentChildren[]> {
    const shown = this.companions.filter((_, place) => standing[place]);
    return Promise.all(shown.map((companion) => companion.inThread(reader, room, thread)));
  }

  inRoom(reader: Reader, room: RoomView): Promise<ComponentChildren[]> {
    return Promise.all(this.companions.map((companion) => companion.inRoom(reader, room)));
  }
}
