import { Global, Module } from '@nestjs/common';
import { ChapterTexts } from './chapter.texts';
import { HandbookAccess } from './handbook.access';
import { HandbookTexts } from './handbook.texts';
import { HandbooksController } from './structure/handbooks.controller';
import { Handbooks } from './structure/handbooks.service';
import { ChaptersController } from './writing/chapters.controller';
import { Chapters } from './writing/chapters.service';

@Global()
@Module({
  controllers: [HandbooksController, ChaptersController],
  providers: [HandbookAccess, HandbookTexts, ChapterTexts, Handbooks, Chapters],
  exports: [HandbookAccess, Handbooks, Chapters],
})
export class HandbooksModule {}
