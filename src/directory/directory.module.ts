import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation, OrganisationTranslation } from './organisation.entity';
import { OrganisationTexts } from './organisation.texts';
import { OrganisationsController } from './organisations.controller';
import { OrganisationPages } from './organisations.pages';
import { Organisations } from './organisations.service';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, OrganisationTranslation])],
  controllers: [OrganisationsController, OrganisationPages],
  providers: [Organisations, OrganisationTexts],
  exports: [Organisations],
})
export class DirectoryModule {}
