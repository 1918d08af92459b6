import { Controller, Get, Param } from '@nestjs/common';
import { ConclusionReading } from '../conclusions/reading/conclusion-reading.service';
import { Public } from '../core/access/marks';
import { page, type Page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { PlatformFrames } from '../platforms/platform-frames.service';
import { platformSlug } from '../platforms/platform.schema';
import { Platforms } from '../platforms/platforms.service';
import { RoomsOfPlace } from './place-rooms.service';
import { PlatformPage } from './platform';

/** So many conclusions are shown with their words. */
const NEWEST = 3;

/** The page of one national platform. */
@Public()
@Controller(':locale/platforms')
export class PlatformPages {
  constructor(
    private readonly platforms: Platforms,
    private readonly frames: PlatformFrames,
    private readonly rooms: RoomsOfPlace,
    private readonly conclusions: ConclusionReading,
  ) {}

  /** Who sits at the table of one country, and what for. */
  @Get(':slug')
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Page> {
    const platform = await this.platforms.bySlug(reader.actor, slug, reader.locales);
    const { partnership, options } = await this.frames.of(reader, platform, false);
    const [rooms, conclusions] = await Promise.all([
      this.rooms.list(reader, { platformId: platform.id }),
      this.conclusions.ofPlatform(reader.actor, platform.id, reader.locales, NEWEST),
    ]);
    return page({
      ...options,
      title: `${reader.language.country(platform.country)}, ${platform.name.text}`,
      body: <PlatformPage {...{ platform, partnership, rooms, conclusions }} />,
    });
  }
}
