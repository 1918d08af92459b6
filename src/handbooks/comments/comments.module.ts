import { Module } from '@nestjs/common';
import { RoomsModule } from '../../rooms/rooms.module';
import { CommentsController } from './comments.controller';
import { CommentPages } from './comments.pages';
import { PassageComments } from './comments.service';

/** What is said about passages of chapters. */
@Module({
  imports: [RoomsModule],
  controllers: [CommentsController, CommentPages],
  providers: [PassageComments],
})
export class CommentsModule {}
