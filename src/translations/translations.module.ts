import { Module } from '@nestjs/common';
import { ChecksController } from './checks/checks.controller';
import { DeskPages } from './desk/desk.pages';
import { Desk } from './desk/desk.service';
import { DraftsController } from './desk/drafts.controller';
import { Drafts } from './desk/drafts.service';
import { Translations } from './translations.service';
import { TranslationsController } from './translations.controller';
import { TranslationsReactions } from './translations.reactions';
import { Workshops } from './workshops.service';

@Module({
  controllers: [TranslationsController, ChecksController, DraftsController, DeskPages],
  providers: [Workshops, Translations, TranslationsReactions, Desk, Drafts],
  exports: [Translations, Workshops],
})
export class TranslationsModule {}
