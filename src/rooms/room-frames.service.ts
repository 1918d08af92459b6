import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import type { Accent } from '../partnerships/partnership.entity';
import { Partnerships } from '../partnerships/partnerships.service';
import { Platforms } from '../platforms/platforms.service';
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
    private readonly platforms: Platforms,
    private readonly funding: FundingNotices,
  ) {}

  /** The places of several rooms, in their order. */
  async places(reader: Reader, rooms: readonly Placed[]): Promise<RoomPlace[]> {
    const [partnerships, platforms] = await Promise.all([
      this.partnerships.summaries(
        reader,
        rooms.flatMap(({ partnershipId }) => partnershipId ?? []),
      ),
      rooms.some(({ platformId }) => platformId) ? this.platforms.list(reader.actor, reader.locales) : [],
    ]);
    return rooms.map(({ place, partnershipId, platformId }) => {
      const partnership = partnerships.get(partnershipId ?? '');
      const accent = partnership && { accent: partnership.accent };
      const platform = platforms.find(({ id }) => id === platformId);
      if (platform) {
        const name = { text: reader.language.country(platform.country), locale: reader.language.locale };
        return { kind: place, name, path: `/platforms/${platform.slug}`, ...accent };
      }
      if (place !== 'partnership' || !partnership) return { kind: place, name: null, path: null, ...accent };
      const { acronym, name, slug } = partnership;
      const shown = { text: acronym ?? name.text, locale: name.locale };
      return { kind: place, name: shown, path: `/partnerships/${slug}`, ...accent };
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
