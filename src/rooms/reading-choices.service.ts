import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { SignInRequired } from '../core/errors/refusal';
import { Rooms } from './rooms.service';

export const readingChoice = z.strictObject({ originals: z.enum(['true', 'false']) });

/** Whether somebody reads a room in originals, otherwise than she reads elsewhere. */
@Injectable()
export class ReadingChoices {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: Rooms,
  ) {}

  /** `undefined`: as her settings say. */
  async of({ person }: Actor, roomId: string): Promise<boolean | undefined> {
    if (!person) return undefined;
    const [row] = await this.database.query<{ originals: boolean }[]>(
      'select originals from reading_choices where person_id = $1 and room_id = $2',
      [person.id, roomId],
    );
    return row?.originals;
  }

  /** @throws NotFound when she may not read the room */
  async choose(actor: Actor, key: string, originals: boolean): Promise<void> {
    const room = await this.rooms.find(actor, key);
    if (!actor.person) throw new SignInRequired();
    await this.database.query(
      `insert into reading_choices values ($1, $2, $3)
       on conflict (person_id, room_id) do update set originals = excluded.originals`,
      [actor.person.id, room.id, originals],
    );
  }
}
