import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import type { Response } from 'supertest';
import { LOCALES } from '../../src/core/i18n/locales';
import type { TestHub } from './hub';
import { kept } from './worker/kept';

type PathItemObject = OpenAPIObject['paths'][string];
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Promises {
  ajv: Ajv;
  validators: Map<string, ValidateFunction>;
  /** The more exact ones first. */
  routes: { path: string; pattern: RegExp; item: PathItemObject }[];
}

async function readPromises(hub: TestHub): Promise<Promises> {
  const answer = await fetch(`${hub.url}/api/openapi.json`);
  if (!answer.ok) throw new Error(`The OpenAPI document cannot be had: ${answer.status}`);
  const document = (await answer.json()) as OpenAPIObject;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, 'hub');
  const routes = Object.entries(document.paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .map(([path, item]) => ({ path, item, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  return { ajv, validators: new Map(), routes };
}

/** What hubs promise of their answers, which is the same for all that speak the same languages. */
async function promisesOf(hub: TestHub): Promise<Promises> {
  const name = `promises in ${LOCALES.join()}`;
  const known = kept.get(name) as Promises | undefined;
  if (known) return known;
  const made = await readPromises(hub);
  kept.set(name, made);
  return made;
}

const pointer = (...steps: string[]): string =>
  steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

function validatorOf({ ajv, validators }: Promises, steps: string[]): ValidateFunction {
  const id = `hub#/${pointer(...steps)}`;
  const made = validators.get(id) ?? ajv.compile({ $ref: id });
  validators.set(id, made);
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
  const promises = await promisesOf(hub);
  const asked = path.split('?')[0]!;
  const route = promises.routes.find(({ pattern, item }) => pattern.test(asked) && item[verb]);
  if (!route) return;
  const { responses } = route.item[verb]!;
  const status = String(answer.status) in responses ? String(answer.status) : 'default';
  const promised = responses[status];
  const shape = promised && 'content' in promised ? promised.content?.[answer.type] : undefined;
  const where = `${verb} ${route.path} → ${answer.status} ${answer.type}`;
  if (!shape) throw new Error(`${where} is not described`);
  const steps = ['paths', route.path, verb, 'responses', status, 'content', answer.type, 'schema'];
  const validate = validatorOf(promises, steps);
  if (validate(answer.body)) return;
  const differences = promises.ajv.errorsText(validate.errors, { separator: '\n' });
  throw new Error(`${where} is not as described:\n${differences}`);
}
