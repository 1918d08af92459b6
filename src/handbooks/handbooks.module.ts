import { Global, Module } from '@nestjs/common';
import { ChapterTexts } from './chapter.texts';
import { HandbookAccess } from './handbook.access';
import { HandbookTexts } from './handbook.texts';

@Global()
@Module({
  providers: [HandbookAccess, HandbookTexts, ChapterTexts],
  exports: [HandbookAccess],
})
export class HandbooksModule {}
