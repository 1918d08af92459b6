import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Chores } from './chores.service';
import { Worker } from './worker.service';

@Module({ imports: [DiscoveryModule], providers: [Worker, Chores], exports: [Worker] })
export class JobsModule {}
