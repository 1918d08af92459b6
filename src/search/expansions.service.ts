import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Locale } from '../core/i18n/locales';
import { type Expansion, QueryExpansion } from './query-expansion';

/** All that know further words for a query. Whoever fails adds none: what was typed is searched all the same. */
@Injectable()
export class Expansions implements OnModuleInit {
  private readonly log = new Logger('Expansions');
  private sources: QueryExpansion[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof QueryExpansion) this.sources.push(instance);
  }

  async of(words: string[], locale: Locale): Promise<Expansion[]> {
    if (words.length === 0) return [];
    const found = await Promise.all(this.sources.map((source) => this.ask(source, words, locale)));
    return found.flat().filter(({ from, to, terms }) => from < to && terms.length > 0);
  }

  private async ask(source: QueryExpansion, words: string[], locale: Locale): Promise<Expansion[]> {
    try {
      return await source.expand(words, locale);
    } catch (error) {
      this.log.warn(`Searched without other languages: ${(error as Error).message}`);
      return [];
    }
  }
}
