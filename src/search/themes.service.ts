import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Key } from '../core/i18n/keys';
import { ThemeWords } from './theme-words';

/** All themes that a search can be narrowed to. */
@Injectable()
export class SearchThemes implements OnModuleInit {
  private words = new Map<string, Key>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof ThemeWords) this.words = new Map([...this.words, ...instance.words]);
  }

  /** Nothing for a value that is none. */
  word(value: string): Key | undefined {
    return this.words.get(value);
  }
}
