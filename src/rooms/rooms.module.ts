import { Module } from '@nestjs/common';
import { Delivery } from './delivery.service';
import { GuestsController } from './guests.controller';
import { Guests } from './guests.service';
import { PostsController } from './posts.controller';
import { Posts } from './posts.service';
import { PresenceBoard } from './presence.service';
import { ReadingPositions } from './reading-positions.service';
import { RoomFeed } from './room-feed.service';
import { RoomOrder } from './room-order';
import { RoomViews } from './room-views.service';
import { RoomsController } from './rooms.controller';
import { RoomsGateway } from './rooms.gateway';
import { RoomsReactions } from './rooms.reactions';
import { Rooms } from './rooms.service';
import { ThreadViews } from './thread-views.service';
import { ThreadsController } from './threads.controller';
import { Threads } from './threads.service';

@Module({
  controllers: [RoomsController, GuestsController, ThreadsController, PostsController],
  providers: [
    Rooms,
    RoomViews,
    RoomOrder,
    Guests,
    Threads,
    ThreadViews,
    Posts,
    ReadingPositions,
    RoomFeed,
    Delivery,
    PresenceBoard,
    RoomsGateway,
    RoomsReactions,
  ],
  exports: [Rooms, Threads, Posts, PresenceBoard],
})
export class RoomsModule {}
