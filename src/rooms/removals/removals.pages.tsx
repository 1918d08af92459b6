import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { removalPath, roomPath } from '../room-paths';
import { roomPolicy } from '../room.policy';
import { slug } from '../rooms.pages';
import { Rooms } from '../rooms.service';
import { RemovalStatement, RemovePerson } from './removal';
import { newRemoval } from './removal.schema';
import { Removals } from './removals.service';
import { RoomWriters } from './room-writers.service';

const someone = z.guid();
const whom = z.object({ person: someone.optional().catch(undefined) });

/** Removing people from a room, and what they are told. */
@SignedIn()
@Controller(':locale')
export class RemovalsPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly removals: Removals,
    private readonly writers: RoomWriters,
    private readonly frames: RoomFrames,
  ) {}

  /** The form to remove somebody; `person` is chosen already. */
  @Get('rooms/:slug/removals/new')
  removing(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query({ schema: whom }) { person = '' }: z.output<typeof whom>,
  ): Promise<Page> {
    return this.formPage(reader, key, freshForm({ personId: person, locale: reader.language.locale }));
  }

  /** Removes somebody. */
  @Post('rooms/:slug/removals')
  @RateLimit(60, 3600)
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newRemoval, body, (input) => this.removals.remove(reader.actor, key, input));
    if (!answer.done) return this.formPage(reader, key, answer.form);
    return seeOther(`${roomPath(key)}/manage#removals`, 'rooms:notice.person_removed');
  }

  /** Lets her in again. */
  @Post('rooms/:slug/removals/:personId/lift')
  async lift(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Param('personId', { schema: someone }) personId: string,
  ): Promise<SeeOther> {
    await this.removals.lift(actor, key, personId);
    return seeOther(`${roomPath(key)}/manage#removals`, 'rooms:notice.removal_lifted');
  }

  /** Why somebody was removed: for her, and for those who keep order. */
  @Get('removals/:id')
  async statement(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: someone }) id: string,
  ): Promise<Page> {
    const { removal, room } = await this.removals.find(reader.actor, id);
    const readable = roomPolicy.may(reader.actor, 'read', room);
    const { options } = await this.frames.of(reader, room);
    return page({
      ...options,
      hidden: true,
      title: reader.language.t('rooms:removals.statement'),
      path: removalPath(id),
      body: <RemovalStatement room={room} removal={removal} readable={readable} />,
    });
  }

  private async formPage(reader: Reader, key: string, form: FormState): Promise<Page> {
    const room = await this.rooms.kept(reader.actor, key);
    const chosen = someone.safeParse(form.values['personId']);
    const { options } = await this.frames.of(reader, room);
    return page({
      ...options,
      title: reader.language.t('rooms:removals.remove'),
      crumbs: [...(options.crumbs ?? []), { label: room.name, path: roomPath(room.slug), lang: room.locale }],
      path: `${roomPath(room.slug)}/removals/new`,
      hidden: true,
      status: form.refusal?.status ?? 200,
      body: <RemovePerson room={room} people={await this.writers.removable(room, chosen.data)} form={form} />,
    });
  }
}
