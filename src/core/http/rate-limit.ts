import { type ExecutionContext, Injectable, UseGuards, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  Throttle,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import type { Request } from 'express';
import { Config } from '../config/config';
import { Refusal } from '../errors/refusal';

/** Counts by person where there is one, otherwise by network address. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly config: Config,
  ) {
    super(options, storage, reflector);
  }

  protected override async shouldSkip(): Promise<boolean> {
    return !this.config.rateLimits;
  }

  protected override async getTracker(request: Request): Promise<string> {
    return request.actor.person?.id ?? request.ip ?? 'unknown';
  }

  protected override async throwThrottlingException(_context: ExecutionContext): Promise<void> {
    throw new Refusal(429, 'errors:too_many_requests');
  }
}

/** At most so many calls of this handler per person or address in so many seconds. */
export const RateLimit = (limit: number, seconds: number) =>
  applyDecorators(UseGuards(RateLimitGuard), Throttle({ default: { limit, ttl: seconds * 1000 } }));
