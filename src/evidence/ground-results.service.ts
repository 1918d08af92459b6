import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DataSource, EntityManager } from 'typeorm';
import type { Locale } from '../core/i18n/locales';
import type { Ground } from './grounds.service';
import { ResultKind, type VoteResult } from './result-kind';

/** What came of votes that belong to what is cited, whoever keeps them. */
@Injectable()
export class GroundResults implements OnModuleInit {
  private kinds: ResultKind[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof ResultKind) this.kinds.push(instance);
  }

  /** By the id of the ground; nothing of what was withdrawn. */
  async of(
    database: DataSource | EntityManager,
    grounds: readonly Ground[],
    locales: readonly Locale[],
  ): Promise<Map<string, VoteResult>> {
    const results = new Map<string, VoteResult>();
    for (const kind of this.kinds)
      for (const name of kind.grounds) {
        const ids = grounds.filter((ground) => ground.shown && ground.kind === name).map(({ id }) => id);
        if (ids.length === 0) continue;
        for (const [id, result] of await kind.of(database, name, ids, locales)) results.set(id, result);
      }
    return results;
  }
}
