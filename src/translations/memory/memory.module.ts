import { Module } from '@nestjs/common';
import { MemoryReactions } from './memory.reactions';
import { TranslationMemory } from './translation-memory.service';

@Module({ providers: [TranslationMemory, MemoryReactions], exports: [TranslationMemory] })
export class MemoryModule {}
