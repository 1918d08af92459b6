import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { membersView, type MembersView } from './members/membership.schema';
import { PlatformEditing } from './editing/platform-editing.service';
import {
  platformChanges,
  platformList,
  platformSlug,
  platformView,
  type PlatformChanges,
  type PlatformView,
} from './platform.schema';
import { Platforms } from './platforms.service';

@ApiTags('platforms')
@Controller('api/v1/platforms')
export class PlatformsController {
  constructor(
    private readonly platforms: Platforms,
    private readonly editing: PlatformEditing,
  ) {}

  /** National platforms, each with its balance of stakeholder groups. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: platformList })
  async list(@CurrentReader() { actor, locales }: Reader): Promise<z.infer<typeof platformList>> {
    return { items: await this.platforms.list(actor, locales) };
  }

  /** One platform by its country code. */
  @Public()
  @Get(':slug')
  @ApiOkResponse({ standardSchema: platformView })
  show(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<PlatformView> {
    return this.platforms.bySlug(actor, slug, locales);
  }

  /** Who sits at the table, by group: organisations for everyone, names for people with an account. */
  @Public()
  @Get(':slug/members')
  @ApiOkResponse({ standardSchema: membersView })
  members(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<MembersView> {
    return this.platforms.membersOf(actor, slug, locales);
  }

  /** Changes name, purpose or working languages; 409 with what stands now when somebody saved first. */
  @SignedIn()
  @Patch(':slug')
  @ApiOkResponse({ standardSchema: platformView })
  async edit(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body({ schema: platformChanges }) changes: PlatformChanges,
  ): Promise<PlatformView> {
    await this.editing.edit(actor, slug, changes);
    return this.platforms.bySlug(actor, slug, locales);
  }
}
