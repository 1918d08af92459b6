import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page, type Page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { Members } from './members/members';
import { PlatformFrames } from './platform-frames.service';
import { PlatformList } from './platform-list';
import { founds } from './platform.policy';
import { platformSlug } from './platform.schema';
import { Platforms } from './platforms.service';

/** Pages that everyone may read. The platform's own page shows rooms too and stands in site. */
@Public()
@Controller(':locale/platforms')
export class PlatformsPages {
  constructor(
    private readonly platforms: Platforms,
    private readonly frames: PlatformFrames,
  ) {}

  /** National platforms, each with its balance as a bar. */
  @Get()
  async list(@CurrentReader() { actor, language, locales }: Reader): Promise<Page> {
    const platforms = await this.platforms.list(actor, locales);
    return page({
      title: language.t('platforms:list.title'),
      section: 'platforms',
      body: <PlatformList platforms={platforms} founds={founds(actor)} />,
    });
  }

  /** Who sits at the table, by group; visitors see organisations only. */
  @Get(':slug/members')
  async members(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Page> {
    const { actor, language, locales } = reader;
    const platform = await this.platforms.bySlug(actor, slug, locales);
    const members = await this.platforms.membersOf(actor, slug, locales);
    const { options } = await this.frames.of(reader, platform);
    return page({
      ...options,
      title: `${language.t('platforms:members.title')}, ${language.country(platform.country)}`,
      body: <Members platform={platform} members={members} />,
    });
  }
}
