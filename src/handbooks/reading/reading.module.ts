import { Global, Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { RoomsModule } from '../../rooms/rooms.module';
import { FigureLists } from './figure-lists.service';
import { HandbookCitations } from './citations.controller';
import { ChapterDiscussionPages } from './discussion.pages';
import { ChapterDiscussions } from './discussions.service';
import { HandbookFeeds } from './feeds.controller';
import { HandbookFrames } from './handbook-frames.service';
import { HandbookListPages } from './handbook-list.pages';
import { HandbookReading } from './handbook-reading.service';
import { HandbookStates } from './handbook-states.service';
import { HandbooksReadingController } from './handbooks-reading.controller';
import { HandbooksReadingPages } from './handbooks-reading.pages';
import { IncludedThings } from './included.service';
import { SurroundingsOfTexts } from './surroundings.service';

/** Handbooks as they are read. */
@Global()
@Module({
  imports: [FilesModule, RoomsModule],
  controllers: [
    HandbooksReadingController,
    HandbookFeeds,
    HandbookCitations,
    ChapterDiscussionPages,
    HandbookListPages,
    HandbooksReadingPages,
  ],
  providers: [
    ChapterDiscussions,
    HandbookReading,
    HandbookStates,
    FigureLists,
    HandbookFrames,
    IncludedThings,
    SurroundingsOfTexts,
  ],
  exports: [HandbookReading, HandbookFrames, SurroundingsOfTexts],
})
export class HandbookReadingModule {}
