import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { followedSubject, followingList, type FollowedSubject } from './following.schema';
import { Followings } from './followings.service';

@ApiTags('me')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/followings')
export class FollowingsController {
  constructor(private readonly followings: Followings) {}

  /** What you follow, newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: followingList })
  async list(@CurrentReader() { actor, locales }: Reader) {
    const followed = await this.followings.of(actor, locales);
    return {
      items: followed.map(({ subject, part, title }) => ({
        ...{ ...subject, part },
        ...{ title: title?.title ?? null, locale: title?.locale ?? null, path: title?.path ?? null },
      })),
    };
  }

  /** Follows something: you are told in the hub when it changes. */
  @Put()
  @HttpCode(204)
  @ApiNoContentResponse()
  async follow(@CurrentActor() actor: Actor, @Body({ schema: followedSubject }) input: FollowedSubject) {
    await this.followings.follow(actor, input, input.part);
  }

  /** Follows it no longer. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async unfollow(@CurrentActor() actor: Actor, @Body({ schema: followedSubject }) input: FollowedSubject) {
    await this.followings.unfollow(actor, input, input.part);
  }
}
