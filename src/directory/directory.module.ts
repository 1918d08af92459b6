import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation, OrganisationTranslation } from './organisation.entity';
import { OrganisationTexts } from './organisation.texts';
import { OrganisationsController } from './organisations.controller';
import { OrganisationPages } from './organisations.pages';
import { DirectoryThemes } from './themes.words';
import { Organisations } from './organisations.service';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, OrganisationTranslation])],
  controllers: [OrganisationsController, OrganisationPages],
  providers: [Organisations, OrganisationTexts, DirectoryThemes],
  exports: [Organisations],
})
export class DirectoryModule {}
