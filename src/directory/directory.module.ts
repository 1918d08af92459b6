import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation, OrganisationTranslation } from './organisation.entity';
import { Organisations } from './organisations.service';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, OrganisationTranslation])],
  providers: [Organisations],
  exports: [Organisations],
})
export class DirectoryModule {}
