import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Conflict } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { TextLanguages } from '../../translations/languages/text-languages.service';
import { Guests } from './guests.service';
import { PLACES } from '../room.entity';
import { editedRoomForm, newGuest, newRoom, type NewRoom as NewRoomInput } from '../room.schema';
import { NewRoom } from './room-form';
import { RoomFrames } from '../room-frames.service';
import { RoomConsents } from './room-consents.service';
import { ManagedRoom, RoomMerge, type RefusedForm } from './room-managing';
import { newcomerChoice } from '../newcomers/held-post.schema';
import { Newcomers } from '../newcomers/newcomers.service';
import { newPace } from './pace.schema';
import { RoomPace } from './room-pace.service';
import { roomPath } from '../room-paths';
import { Removals } from '../removals/removals.service';
import { Rooms } from '../rooms.service';
import { slug } from '../rooms.pages';

const someone = z.guid();
const placeQuery = z.object({
  partnership: z.guid().optional().catch(undefined),
  platform: z.guid().optional().catch(undefined),
});
/** A box that is not ticked is not sent. */
const machineChoice = z.strictObject({ allowed: z.stringbool().default(false) });
type PlacedRoom = Pick<NewRoomInput, 'place' | 'placeId'>;

/** For those who keep order: opening rooms, changing them, asking people in. */
@SignedIn()
@Controller(':locale/rooms')
export class RoomKeepingPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly guests: Guests,
    private readonly frames: RoomFrames,
    private readonly consents: RoomConsents,
    private readonly languages: TextLanguages,
    private readonly removals: Removals,
    private readonly paces: RoomPace,
    private readonly careful: Newcomers,
  ) {}

  /** The form for a new room at a partnership or platform; without either, of the whole hub. */
  @Get('new')
  fresh(
    @CurrentReader() reader: Reader,
    @Query({ schema: placeQuery }) { partnership, platform }: z.output<typeof placeQuery>,
  ): Promise<Page> {
    const place = platform ? 'platform' : partnership ? 'partnership' : 'hub';
    const placeId = platform ?? partnership ?? null;
    const values = { place, placeId: placeId ?? '', locale: reader.language.locale, visibility: 'public' };
    return this.newPage(reader, { place, placeId }, freshForm(values));
  }

  /** Opens a room. */
  @Post()
  @RateLimit(60, 3600)
  async open(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(newRoom, body, (input) => this.rooms.open(reader.actor, input));
    if (answer.done) return seeOther(roomPath(answer.result.slug), 'rooms:notice.room_opened');
    const { place = '', placeId = '' } = answer.form.values;
    const kind = PLACES.find((each) => each === place) ?? 'hub';
    const id = someone.safeParse(placeId);
    return this.newPage(reader, { place: kind, placeId: id.data ?? null }, answer.form);
  }

  /** Everything about a room that can be changed. */
  @Get(':slug/manage')
  manage(@CurrentReader() reader: Reader, @Param('slug', { schema: slug }) key: string): Promise<Page> {
    return this.managePage(reader, key);
  }

  /** Saves name, description, readers and whether it is archived. */
  @Post(':slug/manage')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(editedRoomForm, body, (input) => this.rooms.edit(reader.actor, key, input));
    if (!answer.done) return this.managePage(reader, key, { of: 'room', form: answer.form });
    return seeOther(`${roomPath(key)}/manage`, 'rooms:notice.room_saved');
  }

  /** Decides whether what is said here may be sent to a machine. */
  @Post(':slug/machine')
  async decide(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(machineChoice, body, ({ allowed }) =>
      this.consents.decide(reader.actor, key, allowed),
    );
    if (!answer.done) return this.managePage(reader, key);
    return seeOther(`${roomPath(key)}/manage#machine`, 'rooms:notice.machine_saved');
  }

  /** Says how fast one may write. */
  @Post(':slug/pace')
  async pace(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newPace, body, (input) => this.paces.set(reader.actor, key, input));
    if (!answer.done) return this.managePage(reader, key, { of: 'pace', form: answer.form });
    return seeOther(`${roomPath(key)}/manage#pace`, 'rooms:notice.pace_set');
  }

  /** Says whether the first posts of newcomers wait. */
  @Post(':slug/newcomers')
  async newcomers(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newcomerChoice, body, (input) =>
      this.careful.choose(reader.actor, key, input),
    );
    if (!answer.done) return this.managePage(reader, key, { of: 'newcomers', form: answer.form });
    return seeOther(`${roomPath(key)}/manage#newcomers`, 'rooms:notice.newcomers_set');
  }

  /** Asks somebody in. */
  @Post(':slug/guests')
  @RateLimit(60, 3600)
  async invite(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newGuest, body, ({ email }) => this.guests.invite(reader.actor, key, email));
    if (!answer.done) return this.managePage(reader, key, { of: 'guest', form: answer.form });
    return seeOther(`${roomPath(key)}/manage#guests`, 'rooms:notice.invited');
  }

  /** Takes an invitation back. */
  @Post(':slug/guests/:personId/remove')
  async remove(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Param('personId', { schema: someone }) personId: string,
  ): Promise<SeeOther> {
    await this.guests.remove(actor, key, personId);
    return seeOther(`${roomPath(key)}/manage#guests`, 'rooms:notice.removed');
  }

  private async newPage(reader: Reader, input: PlacedRoom, form: FormState): Promise<Page> {
    const room = await this.rooms.placeFor(reader.actor, input);
    const { place, options } = await this.frames.of(reader, room);
    const kind = input.place === 'hub' ? '' : `?${input.place}=${input.placeId}`;
    return page({
      ...options,
      title: reader.language.t('rooms:new.title'),
      path: `/rooms/new${kind}`,
      status: form.refusal?.status ?? 200,
      body: <NewRoom place={place} form={form} />,
    });
  }

  private async managePage(reader: Reader, key: string, refused?: RefusedForm): Promise<Page> {
    const room = await this.rooms.kept(reader.actor, key);
    const { options } = await this.frames.of(reader, room);
    const refusal = refused?.form.refusal;
    const path = `${roomPath(room.slug)}/manage`;
    return page({
      ...options,
      title: reader.language.t('rooms:manage.title'),
      crumbs: [...(options.crumbs ?? []), { label: room.name, path: roomPath(room.slug), lang: room.locale }],
      path,
      hidden: true,
      status: refusal?.status ?? 200,
      body:
        refused && refusal instanceof Conflict ? (
          <RoomMerge room={room} typed={refused.form.values} />
        ) : (
          <ManagedRoom
            room={room}
            languages={await this.languages.of(reader.actor, 'room', room.id)}
            guests={await this.guests.list(reader.actor, room.id)}
            machine={await this.consents.choice(room.id)}
            removals={await this.removals.list(reader.actor, room.id)}
            {...(refused && { refused })}
          />
        ),
    });
  }
}
