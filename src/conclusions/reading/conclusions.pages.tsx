import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../../rooms/room-frames.service';
import { roomPath } from '../../rooms/room-paths';
import { Rooms } from '../../rooms/rooms.service';
import { ConclusionAccess } from '../conclusion.access';
import { VersionPage } from '../versions/version-page';
import { ConclusionFrame } from './conclusion-frame.service';
import { ConclusionList } from './conclusion-list';
import { ConclusionReading } from './conclusion-reading.service';
import { WholeConclusions } from './whole-conclusions.service';

const id = z.guid();
const version = z.coerce.number().int().min(1).max(2_147_483_647);
export const roomSlug = z.string().max(100);

/** Conclusions as everybody reads them. */
@Public()
@Controller(':locale')
export class ConclusionsPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly frames: RoomFrames,
    private readonly reading: ConclusionReading,
    private readonly whole: WholeConclusions,
    private readonly access: ConclusionAccess,
    private readonly frame: ConclusionFrame,
  ) {}

  /** What a room has concluded. */
  @Get('rooms/:slug/conclusions')
  async list(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: roomSlug }) slug: string,
  ): Promise<Page> {
    const { actor, language, locales } = reader;
    const room = await this.rooms.view(actor, slug, locales);
    const { options } = await this.frames.of(reader, room);
    const conclusions = await this.reading.ofRoom(actor, room.id, locales);
    return page({
      ...options,
      title: `${language.t('conclusions:list.title')}, ${room.name.text}`,
      crumbs: [
        ...(options.crumbs ?? []),
        { label: room.name.text, path: roomPath(room.slug), lang: room.name.locale },
      ],
      body: <ConclusionList room={room} conclusions={conclusions} />,
    });
  }

  /** One conclusion. */
  @Get('conclusions/:id')
  one(@CurrentReader() reader: Reader, @Param('id', { schema: id }) conclusionId: string): Promise<Page> {
    return this.frame.show(reader, conclusionId);
  }

  /** A version as it was adopted. */
  @Get('conclusions/:id/versions/:version')
  async version(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('version', { schema: version }) number: number,
  ): Promise<Page> {
    const { t } = reader.language;
    const found = await this.access.to(reader.actor, 'read', conclusionId);
    const of = await this.whole.version(reader, conclusionId, number);
    const last = number > 1 ? await this.whole.version(reader, conclusionId, number - 1) : undefined;
    const before = last?.locale === of.locale ? last : undefined;
    return this.frame.page(reader, found, {
      title: `${t('conclusions:name', { number: of.number })}, ${t('conclusions:version', { version: number })}`,
      body: <VersionPage of={of} before={before} />,
      below: true,
    });
  }
}
