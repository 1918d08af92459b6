import { Global, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../core/config/config';
import { uploadsToDisk } from '../core/http/upload';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { FilesModule } from '../files/files.module';
import { HandbookExchangePages } from './import/exchange.pages';
import { HandbookExport } from './import/handbook-export.service';
import { HandbookImport } from './import/handbook-import.service';
import { ChapterStatements } from './chapter.statements';
import { ChapterTexts } from './chapter.texts';
import { HandbookAccess } from './handbook.access';
import { HandbookTexts } from './handbook.texts';
import { GatheredConclusions } from './proceedings/gathered-conclusions.service';
import { GatheringPages } from './proceedings/gathering.pages';
import { Proceedings } from './proceedings/proceedings.service';
import { HandbooksController } from './structure/handbooks.controller';
import { Handbooks } from './structure/handbooks.service';
import { ChapterRevisions } from './revisions/chapter-revisions.service';
import { Restoring } from './revisions/restoring.service';
import { RevisionsController } from './revisions/revisions.controller';
import { RevisionsPages } from './revisions/revisions.pages';
import { HandbookEditingFrame } from './structure/editing-frame.service';
import { HandbookSettingsPages } from './structure/settings.pages';
import { StructurePages } from './structure/structure.pages';
import { Structures } from './structure/structure.service';
import { ChaptersController } from './writing/chapters.controller';
import { Chapters } from './writing/chapters.service';
import { ChapterDraftsController } from './writing/chapter-drafts.controller';
import { Drafts } from './writing/drafts.service';
import { LooseEndsInChapters } from './writing/loose-ends.service';
import { PublishedIn } from './writing/published-in.service';
import { Previews } from './writing/previews.service';
import { RoomsModule } from '../rooms/rooms.module';
import { WritingPages } from './writing/writing.pages';

@Global()
@Module({
  imports: [
    FilesModule,
    RoomsModule,
    MulterModule.registerAsync({ inject: [Config, IncomingFiles], useFactory: uploadsToDisk }),
  ],
  controllers: [
    ...[HandbooksController, HandbookSettingsPages, GatheringPages, StructurePages],
    ...[ChaptersController, ChapterDraftsController, WritingPages],
    ...[RevisionsController, RevisionsPages],
    HandbookExchangePages,
  ],
  providers: [
    ...[HandbookAccess, HandbookTexts, ChapterTexts, ChapterStatements],
    ...[
      Handbooks,
      HandbookEditingFrame,
      Structures,
      Proceedings,
      GatheredConclusions,
      HandbookImport,
      HandbookExport,
    ],
    ...[PublishedIn, Chapters, ChapterRevisions, Restoring, Drafts, LooseEndsInChapters, Previews],
  ],
  exports: [HandbookAccess, Handbooks, Chapters],
})
export class HandbooksModule {}
