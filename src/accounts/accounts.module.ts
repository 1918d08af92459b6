import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '../core/access/actor-source';
import { Actors } from './actors.service';
import { People } from './people.service';
import { Person } from './person.entity';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person])],
  providers: [Actors, People, { provide: ActorSource, useExisting: Actors }],
  exports: [ActorSource, Actors, People],
})
export class AccountsModule {}
