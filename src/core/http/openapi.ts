import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { Config } from '../config/config';
import { LOCALES } from '../i18n/locales';
import { Handlers, type Handler } from './handlers';
import { toJsonSchema } from './openapi.schema';
import { problemSchema } from './problem';
import { cookieName } from './session.middleware';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const LOCALE: { type: 'string'; enum: string[] } = { type: 'string', enum: [...LOCALES] };
const PROBLEM = { $ref: '#/components/schemas/Problem' };

const INTRODUCTION = `Everything that the pages of the hub show and do, for programs: the same verbs, the same
validated input, the same rights. Refusals are \`application/problem+json\` with a stable \`code\`; texts for people
come in the language of \`?locale=\` or \`Accept-Language\`. Live updates go over Socket.IO at \`/socket.io\`.`;

/** Every route of the hub as OpenAPI: the shapes come from the schemas that validate them. */
export function describeHub(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, header(app.get(Config)), {
    autoTagControllers: false,
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    standardSchemaConverter: toJsonSchema,
  });
  const handlers = new Map(
    app
      .get(Handlers)
      .all()
      .map((handler) => [`${handler.controller}.${handler.method}`, handler]),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb];
      if (operation)
        complete(path, verb, operation, handlers.get((operation.operationId ?? '').replace(/\[\d+\]$/, '')));
    }
  }
  return document;
}

function header(config: Config): Omit<OpenAPIObject, 'paths'> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Polylog',
      version: '1',
      description: INTRODUCTION.replace(/\n/g, ' '),
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: config.baseUrl }],
    components: {
      schemas: {
        Problem: toJsonSchema(problemSchema, { schemaType: 'output' })?.components['Problem'] ?? {},
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName(config),
          description: 'Set by POST /api/v1/session and by the sign-in page',
        },
        token: { type: 'http', scheme: 'bearer', description: 'A personal API token, made in the settings' },
      },
    },
  };
}

/** Adds what holds for every route and need not be said at each. */
function complete(path: string, verb: string, operation: Operation, handler: Handler | undefined): void {
  const page = path.startsWith('/{locale}');
  if (handler?.summary) operation.summary ??= handler.summary;
  if (handler?.door === 'signed-in')
    operation.security = page ? [{ session: [] }] : [{ session: [] }, { token: [] }];
  operation.operationId = operation.operationId
    ?.replace(/Controller\./, '.')
    .replace(/^./, (first) => first.toLowerCase());
  operation.parameters = [...(operation.parameters ?? []), ...missingParameters(path, operation)];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (response && 'description' in response) response.description ||= STATUS_CODES[status] ?? status;
  }
  if (page) asPage(verb, operation);
  else if (path.startsWith('/api/v1/')) asData(operation);
}

/** Parts of the address that no handler asks for, such as the language of a page. */
function missingParameters(
  path: string,
  { parameters = [] }: Operation,
): NonNullable<Operation['parameters']> {
  const known = new Set(parameters.map((parameter) => 'name' in parameter && parameter.name));
  return [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.has(name))
    .map((name) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: name === 'locale' ? LOCALE : { type: 'string' as const },
    }));
}

const html = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
});

function asPage(verb: string, operation: Operation): void {
  operation.tags = ['pages'];
  const done =
    verb === 'get'
      ? { 200: html('The page') }
      : { 303: { description: 'Done; leads to the page that shows it' } };
  operation.responses = {
    ...done,
    default: html('A page that says why not, with everything that was typed'),
  };
  if (verb === 'get') return;
  operation.requestBody = {
    description: 'The fields of the form, with its `_token`',
    content: {
      'application/x-www-form-urlencoded': { schema: { type: 'object', additionalProperties: true } },
    },
  };
}

function asData(operation: Operation): void {
  operation.parameters = [
    ...(operation.parameters ?? []).filter(
      (parameter) => !('name' in parameter && parameter.name === 'locale'),
    ),
    {
      name: 'locale',
      in: 'query',
      required: false,
      description: 'Language of the answer; otherwise Accept-Language decides',
      schema: LOCALE,
    },
  ];
  operation.responses = {
    ...operation.responses,
    default: { description: 'Refused', content: { 'application/problem+json': { schema: PROBLEM } } },
  };
}
