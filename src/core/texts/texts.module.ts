import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TextKinds } from './text-kinds';
import { TextTitles } from './text-titles.service';

@Global()
@Module({ imports: [DiscoveryModule], providers: [TextKinds, TextTitles], exports: [TextKinds, TextTitles] })
export class TextsModule {}
