import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import type { Accent } from '../partnerships/partnership.entity';
import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { Partnerships } from '../partnerships/partnerships.service';
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
  constructor(
    private readonly partnerships: Partnerships,
    private readonly database: DataSource,
    private readonly funding: FundingNotices,
  ) {}

  /** The places of several rooms, in their order. */
  async places(reader: Reader, rooms: readonly Placed[]): Promise<RoomPlace[]> {
    const [partnerships, platforms] = await Promise.all([
      this.partnerships.summaries(
        reader,
        rooms.flatMap(({ partnershipId }) => partnershipId ?? []),
      ),
      this.platformsOf(rooms),
    ]);
    return rooms.map(({ place: kind, partnershipId, platformId }) => {
      const partnership = partnerships.get(partnershipId ?? '');
      const platform = platforms.get(platformId ?? '');
      const known =
        kind === 'platform'
          ? platform && platformPlace(reader, platform)
          : partnership && partnershipPlace(partnership);
      const nowhere = { name: null, path: null };
      return { kind, ...nowhere, ...known, ...(partnership && { accent: partnership.accent }) };
    });
  }

  /** Platforms are public, all of them. */
  private async platformsOf(rooms: readonly Placed[]): Promise<Map<string, Platform>> {
    const ids = rooms.flatMap(({ platformId }) => platformId ?? []);
    const found = ids.length > 0 ? await this.database.manager.findBy(Platform, { id: In(ids) }) : [];
    return new Map(found.map((platform) => [platform.id, platform]));
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

const partnershipPlace = ({ acronym, name, slug }: PartnershipSummary) => ({
  name: { text: acronym ?? name.text, locale: name.locale },
  path: `/partnerships/${slug}`,
});
