import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { NoticeKind, type NoticeSort } from './notice-kind';

/** All kinds of notices; found by themselves among the providers of all capabilities. */
@Injectable()
export class NoticeKinds implements OnModuleInit {
  private readonly kinds = new Map<string, NoticeKind>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof NoticeKind) this.add(instance);
  }

  add(kind: NoticeKind): void {
    this.kinds.set(kind.name, kind);
  }

  /** Names of the kinds of one sort. */
  ofSort(sort: NoticeSort): string[] {
    return [...this.kinds.values()].filter((kind) => kind.sort === sort).map(({ name }) => name);
  }

  of(name: string): NoticeKind | undefined {
    return this.kinds.get(name);
  }
}
