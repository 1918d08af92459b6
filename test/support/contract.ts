import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import type { Response } from 'supertest';
import type { TestHub } from './hub';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const known = new Map<string, ValidateFunction>();
let described: Promise<OpenAPIObject> | undefined;

/** All hubs of one test file have the same routes. */
async function document(hub: TestHub): Promise<OpenAPIObject> {
  described ??= fetch(`${hub.url}/api/openapi.json`).then(
    (answer) => answer.json() as Promise<OpenAPIObject>,
  );
  const found = await described;
  if (!ajv.getSchema('hub')) ajv.addSchema(found, 'hub');
  return found;
}

const pointer = (...steps: string[]): string =>
  steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

function validatorOf(steps: string[]): ValidateFunction {
  const id = `hub#/${pointer(...steps)}`;
  const made = known.get(id) ?? ajv.compile({ $ref: id });
  known.set(id, made);
  return made;
}

/** Every JSON answer that a test gets must be what the OpenAPI document promises. @throws Error that says how it differs */
export async function assertDescribed(
  hub: TestHub,
  verb: Verb,
  path: string,
  answer: Response,
): Promise<void> {
  if (!path.startsWith('/api/v1/') || !answer.type.endsWith('json')) return;
  const { paths } = await document(hub);
  const asked = path.split('?')[0]!;
  const route = Object.keys(paths)
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .find((each) => new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked) && paths[each]![verb]);
  if (!route) return;
  const { responses } = paths[route]![verb]!;
  const status = String(answer.status) in responses ? String(answer.status) : 'default';
  const promised = responses[status];
  const shape = promised && 'content' in promised ? promised.content?.[answer.type] : undefined;
  const where = `${verb} ${route} → ${answer.status} ${answer.type}`;
  if (!shape) throw new Error(`${where} is not described`);
  const validate = validatorOf(['paths', route, verb, 'responses', status, 'content', answer.type, 'schema']);
  if (validate(answer.body)) return;
  throw new Error(`${where} is not as described:\n${ajv.errorsText(validate.errors, { separator: '\n' })}`);
}
