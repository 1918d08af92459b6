import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TextKinds } from './text-kinds';

@Global()
@Module({ imports: [DiscoveryModule], providers: [TextKinds], exports: [TextKinds] })
export class TextsModule {}
