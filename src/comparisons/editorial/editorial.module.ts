import { Module } from '@nestjs/common';
import { EditorialController } from './editorial.controller';
import { EditorialPages } from './editorial.pages';
import { CountryProfiles } from './profiles.service';
import { Syntheses } from './syntheses.service';

/** What those who write a comparison say of its dimensions and countries. */
@Module({
  controllers: [EditorialController, EditorialPages],
  providers: [Syntheses, CountryProfiles],
})
export class EditorialModule {}
