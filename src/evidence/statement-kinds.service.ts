import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { NotFound } from '../core/errors/refusal';
import { StatementKind } from './statement-kind';

/** All kinds of statements that rest on something; found by themselves among the providers of all capabilities. */
@Injectable()
export class StatementKinds implements OnModuleInit {
  private readonly kinds = new Map<string, StatementKind>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof StatementKind) this.kinds.set(instance.name, instance);
  }

  get all(): StatementKind[] {
    return [...this.kinds.values()];
  }

  of(name: string): StatementKind | undefined {
    return this.kinds.get(name);
  }

  /** @throws NotFound when nothing of this kind rests on anything */
  named(name: string): StatementKind {
    const kind = this.of(name);
    if (!kind) throw new NotFound();
    return kind;
  }
}
