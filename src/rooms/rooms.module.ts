import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { Authors } from './authors.service';
import { Delivery } from './delivery.service';
import { GuestsController } from './guests.controller';
import { Guests } from './guests.service';
import { MarkdownController } from './markdown.controller';
import { PostsController } from './posts.controller';
import { PostsPages } from './posts.pages';
import { Posts } from './posts.service';
import { PresenceBoard } from './presence.service';
import { ReadingPositions } from './reading-positions.service';
import { RecentThreads } from './recent-threads.service';
import { RoomFrames } from './room-frames.service';
import { RoomFeed } from './room-feed.service';
import { RoomKeepingPages } from './room-keeping.pages';
import { RoomOrder } from './room-order';
import { RoomViews } from './room-views.service';
import { RoomsController } from './rooms.controller';
import { RoomsGateway } from './rooms.gateway';
import { RoomsReactions } from './rooms.reactions';
import { RoomsPages } from './rooms.pages';
import { Rooms } from './rooms.service';
import { ThreadKeepingPages } from './thread-keeping.pages';
import { ThreadReading } from './thread-reading.service';
import { ThreadViews } from './thread-views.service';
import { ThreadsController } from './threads.controller';
import { ThreadsPages } from './threads.pages';
import { Threads } from './threads.service';

@Module({
  imports: [PartnershipsModule],
  controllers: [
    ...[RoomsController, GuestsController, ThreadsController, PostsController, MarkdownController],
    // `rooms/new` is asked for before `rooms/:slug`.
    ...[RoomKeepingPages, RoomsPages, ThreadKeepingPages, ThreadsPages, PostsPages],
  ],
  providers: [
    Rooms,
    RoomViews,
    RoomOrder,
    Guests,
    Threads,
    ThreadViews,
    ThreadReading,
    Posts,
    Authors,
    ReadingPositions,
    RoomFeed,
    RecentThreads,
    RoomFrames,
    Delivery,
    PresenceBoard,
    RoomsGateway,
    RoomsReactions,
  ],
  exports: [Rooms, Threads, Posts, RecentThreads, PresenceBoard],
})
export class RoomsModule {}
