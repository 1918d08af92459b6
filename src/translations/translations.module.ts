import { Module } from '@nestjs/common';
import { Translations } from './translations.service';
import { TranslationsController } from './translations.controller';
import { TranslationsReactions } from './translations.reactions';
import { Workshops } from './workshops.service';

@Module({
  controllers: [TranslationsController],
  providers: [Workshops, Translations, TranslationsReactions],
  exports: [Translations],
})
export class TranslationsModule {}
