import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FollowingPages } from './following/following.pages';
import { FollowingsController } from './following/followings.controller';
import { Followings } from './following/followings.service';
import { Inbox } from './inbox.service';
import { NoticeKinds } from './notice-kinds.service';
import { NotificationRetention } from './retention.service';
import { NotificationsController } from './notifications.controller';
import { NotificationsPages } from './notifications.pages';
import { Notifications } from './notifications.service';
import { Reminders } from './reminders.service';
import { UnreadMiddleware } from './unread.middleware';

@Module({
  imports: [DiscoveryModule],
  controllers: [FollowingPages, NotificationsPages, NotificationsController, FollowingsController],
  providers: [Notifications, Reminders, Followings, Inbox, NoticeKinds, NotificationRetention],
  exports: [Inbox, Notifications, Reminders, Followings],
})
export class NotificationsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(UnreadMiddleware).forRoutes('{*path}');
  }
}
