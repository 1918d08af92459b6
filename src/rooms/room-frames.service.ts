import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Kept } from '../core/database/kept';
import { rendered } from '../core/database/rendered';
import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import type { Accent, Partnership } from '../partnerships/partnership.entity';
import { PartnershipFaces } from '../partnerships/partnership-faces.service';
import { Platform } from '../platforms/platform.entity';
import type { Place } from './room.entity';
import type { RoomView } from './room.schema';

/** What a room belongs to, as far as the reader may know. */
export interface RoomPlace {
  kind: Place;
  /** Null for the hub, and when the reader may not see the place. */
  name: { text: string; locale: string } | null;
  path: string | null;
  accent?: Accent;
}

type Placed = Pick<RoomView, 'place' | 'partnershipId' | 'platformId'>;

/** Puts pages of rooms into the colour of their partnership, with the wording of its grant. */
@Injectable()
export class RoomFrames {
  private readonly platforms = new Kept(() => this.database.manager.find(Platform));

  constructor(
    private readonly partnerships: PartnershipFaces,
    private readonly database: DataSource,
    private readonly funding: FundingNotices,
  ) {}

  /** The places of several rooms, in their order. Platforms are public, all of them. */
  async places(reader: Reader, rooms: readonly Placed[]): Promise<RoomPlace[]> {
    const ids = (of: 'partnershipId' | 'platformId') => rooms.flatMap((room) => room[of] ?? []);
    const [readable, found] = await Promise.all([
      this.partnerships.readable(reader.actor, ids('partnershipId')),
      this.platforms.of(ids('platformId')),
    ]);
    const partnerships = new Map(readable.map((partnership) => [partnership.id, partnership]));
    const platforms = new Map(found.map((platform) => [platform.id, platform]));
    return rooms.map(({ place: kind, partnershipId, platformId }) => {
      const partnership = partnerships.get(partnershipId ?? '');
      const platform = platforms.get(platformId ?? '');
      const known =
        kind === 'platform'
          ? platform && platformPlace(reader, platform)
          : partnership && partnershipPlace(reader, partnership);
      const nowhere = { name: null, path: null };
      return { kind, ...nowhere, ...known, ...(partnership && { accent: partnership.accent }) };
    });
  }

  /** What every page of the room has in common: colour, funding, place in the menu, who may find it. */
  async of(
    reader: Reader,
    room: Placed & Partial<Pick<RoomView, 'visibility'>>,
  ): Promise<{ place: RoomPlace; options: Omit<PageOptions, 'title' | 'body'> }> {
    const [[place], notices] = await Promise.all([
      this.places(reader, [room]),
      this.funding.of(room.partnershipId ? [room.partnershipId] : [], reader.locales),
    ]);
    return {
      place: place!,
      options: {
        section: 'rooms',
        crumbs: [{ label: reader.language.t('rooms:title'), path: '/rooms' }],
        funding: [...notices.values()],
        hidden: room.visibility !== 'public',
        ...(place!.accent && { accent: place!.accent }),
      },
    };
  }
}

/** A platform is known by its country. */
const platformPlace = ({ language }: Reader, { country, slug }: Platform) => ({
  name: { text: language.country(country), locale: language.locale },
  path: `/platforms/${slug}`,
});

function partnershipPlace({ locales }: Reader, partnership: Partnership) {
  const { text, locale } = rendered(partnership, (row) => row.name, locales)!;
  return { name: { text: partnership.acronym ?? text, locale }, path: `/partnerships/${partnership.slug}` };
}
