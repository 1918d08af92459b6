import { Module } from '@nestjs/common';
import { Worker } from './worker.service';

@Module({ providers: [Worker], exports: [Worker] })
export class JobsModule {}
