import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Journal } from './journal';
import { Reactions } from './reactions';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Journal, Reactions], exports: [Journal, Reactions] })
export class JournalModule {}
