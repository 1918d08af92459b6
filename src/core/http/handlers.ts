import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DOOR, type Door } from '../access/marks';

/** One method of a controller that answers a route. */
export interface Handler {
  controller: string;
  method: string;
  /** The sentence that stands above the method in the source. */
  summary: string | undefined;
  door: Door | undefined;
}

type Class = new (...dependencies: never[]) => object;

/** Knows the methods behind the routes, for whoever describes them. */
@Injectable()
export class Handlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  all(): Handler[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => this.of(metatype as Class));
  }

  private of(controller: Class): Handler[] {
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).map((method) => ({
      controller: controller.name,
      method,
      summary: docstring(controller, method),
      door: this.reflector.getAllAndOverride<Door | undefined>(DOOR, [prototype[method]!, controller]),
    }));
  }
}

/** The compiler keeps comments and a class can tell its own source, so nothing has to be said twice. */
function docstring(controller: Class, method: string): string | undefined {
  const above = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*(?:async )?${method}\\(`).exec(
    String(controller),
  );
  return above?.[1]?.replace(/\s*\n\s*\*\s?/g, ' ').trim();
}
