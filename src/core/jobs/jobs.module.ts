import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Chores } from './chores.service';
import { Gathering } from './gathering.service';
import { Worker } from './worker.service';

@Module({ imports: [DiscoveryModule], providers: [Worker, Chores, Gathering], exports: [Worker] })
export class JobsModule {}
