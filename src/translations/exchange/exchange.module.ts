import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../../core/config/config';
import { uploadLimits } from '../../core/http/upload';
import { TranslationsModule } from '../translations.module';
import { BroughtFiles } from './brought-files.service';
import { ExchangeController } from './exchange.controller';
import { ExchangePages } from './exchange.pages';
import { ExchangeReactions } from './exchange.reactions';
import { Imports } from './imports.service';
import { Parcels } from './parcels.service';
import { ExchangePlaces } from './places.service';
import { TranslationImports } from './translation-imports.service';

@Module({
  imports: [TranslationsModule, MulterModule.registerAsync({ inject: [Config], useFactory: uploadLimits })],
  controllers: [ExchangeController, ExchangePages],
  providers: [BroughtFiles, ExchangePlaces, ExchangeReactions, Imports, Parcels, TranslationImports],
})
export class ExchangeModule {}
