import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { parse } from '../../core/http/parse';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { nextPath } from '../../accounts/sign-in/next-path';
import { PATHS } from '../../ui/paths';
import { NotificationsFrame } from '../notifications-frame';
import { followForm } from './following.schema';
import { FollowingList } from './following-list';
import { Followings } from './followings.service';

/** What the reader follows, and the buttons that begin and end it. */
@SignedIn()
@Controller(':locale/notifications/following')
export class FollowingPages {
  constructor(private readonly followings: Followings) {}

  @Get()
  async show(@CurrentReader() { actor, language, locales }: Reader) {
    const followed = await this.followings.of(actor, locales);
    return page({
      title: language.t('notifications:following.title'),
      body: (
        <NotificationsFrame current="following">
          <FollowingList followed={followed} />
        </NotificationsFrame>
      ),
      hidden: true,
    });
  }

  @Post()
  async change(@CurrentReader() { actor }: Reader, @Body() body: unknown) {
    const { _token: _, ...fields } = (body ?? {}) as Record<string, unknown>;
    const { follow, back, part, ...subject } = parse(followForm, fields);
    if (follow === 'yes') await this.followings.follow(actor, subject, part);
    else await this.followings.unfollow(actor, subject, part);
    return seeOther(
      nextPath(back) ?? PATHS.following,
      follow === 'yes' ? 'notifications:notice.followed' : 'notifications:notice.unfollowed',
    );
  }
}
