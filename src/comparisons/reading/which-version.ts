import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../core/errors/refusal';
import type { Which } from './reading-paths';
import { versionNumber } from './reading.schema';

/** Which version an address names: `…/versions/3/…`, `…/working/…`, or none. @throws NotFound for what is no number */
export const WhichVersion = createParamDecorator((_: unknown, context: ExecutionContext): Which => {
  const { params, path } = context.switchToHttp().getRequest<Request>();
  if (/^\/[^/]+\/comparisons\/[^/]+\/working(\/|$)/.test(path)) return 'working';
  if (params['version'] === undefined) return undefined;
  const asked = versionNumber.safeParse(params['version']);
  if (!asked.success) throw new NotFound();
  return asked.data;
});
