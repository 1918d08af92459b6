import { Global, Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { HandbookSurroundings } from '../handbooks/reading/handbook-surroundings';
import { EditionBuilder } from './building/edition-builder.service';
import { EditionFiles } from './building/edition-files.service';
import { BesideHandbooks } from './beside-handbooks';
import { EditionsController } from './editions.controller';
import { EditionsPages } from './editions.pages';
import { EditionsReactions } from './editions.reactions';
import { Editions } from './editions.service';
import { ManuscriptCases } from './freezing/manuscript-cases.service';
import { ManuscriptPictures } from './freezing/manuscript-pictures.service';
import { ManuscriptTerms } from './freezing/manuscript-terms.service';
import { ManuscriptParts, Manuscripts } from './freezing/manuscripts.service';

@Global()
@Module({
  imports: [FilesModule],
  controllers: [EditionsController, EditionsPages],
  providers: [
    { provide: HandbookSurroundings, useClass: BesideHandbooks },
    ...[Editions, EditionFiles, EditionBuilder, EditionsReactions],
    ...[Manuscripts, ManuscriptParts, ManuscriptTerms, ManuscriptCases, ManuscriptPictures],
  ],
  exports: [Editions, EditionFiles, HandbookSurroundings],
})
export class EditionsModule {}
