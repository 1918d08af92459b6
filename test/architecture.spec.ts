import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { DOOR } from '../src/core/access/marks';
import { LOCALES, type Locale } from '../src/core/i18n/locales';
import { startHub, type TestHub } from './support/hub';
import { keysInSource, sourceFiles, WordFolders } from './support/words';

describe('The house', () => {
  const source = sourceFiles().map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  it('imports downwards only, without circles', () => {
    const cruise = spawnSync('node_modules/.bin/depcruise', ['src', '--config', '.dependency-cruiser.cjs'], {
      encoding: 'utf8',
    });
    expect(cruise.status === 0 ? '' : cruise.stdout + cruise.stderr).toBe('');
  }, 120_000);

  it('has no folder for what nobody found a place for, and no barrels', () => {
    const nowhere = /(^|\/)(utils?|helpers?|common|shared|misc|lib)\/|(^|\/)index\.tsx?$/;
    expect(source.map(({ file }) => file).filter((file) => nowhere.test(file))).toEqual([]);
  });

  it('has no knots that need forwardRef', () => {
    expect(source.filter(({ text }) => /\bforwardRef\b/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('lists its languages nowhere but in the folders of words', () => {
    const listed = /(['"])sv\1,\s*(['"])sl\2|\bsv\|sl\b|'sv'\s*\|\s*'sl'/;
    const frozen = /\.migrations\.ts$|core\/database\/translation\.ts$/;
    const lists = source.filter(({ file, text }) => !frozen.test(file) && listed.test(text));
    expect(lists.map(({ file }) => file)).toEqual([]);
  });

  it('is described by documents that lead only to what is there', () => {
    const documents = readdirSync('.')
      .concat(readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)))
      .filter((name) => name.endsWith('.md'));
    const nowhere = documents.flatMap((document) =>
      [...readFileSync(document, 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
        .map(([, target]) => target!)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(document), target)))
        .map((target) => `${document}: ${target}`),
    );
    expect(nowhere).toEqual([]);
  });
});

describe('The doors', () => {
  type Class = new () => object;
  type Described = NonNullable<OpenAPIObject['paths'][string]['get']>;

  let hub: TestHub;
  let described: OpenAPIObject;

  beforeAll(async () => {
    hub = await startHub();
    described = (await (await fetch(`${hub.url}/api/openapi.json`)).json()) as OpenAPIObject;
  });
  afterAll(() => hub.close());

  /** Methods of controllers that answer routes, and of gateways that answer messages. */
  function handlers(): { name: string; method: () => unknown; owner: Class }[] {
    const discovery = hub.app.get(DiscoveryService, { strict: false });
    const scanner = new MetadataScanner();
    return [...discovery.getControllers(), ...discovery.getProviders()]
      .filter(({ instance, metatype }) => metatype && instance && typeof instance === 'object')
      .map(({ metatype }) => metatype as Class)
      .filter((owner) => owner.prototype)
      .flatMap((owner) =>
        scanner.getAllMethodNames(owner.prototype as object).map((name) => ({
          name: `${owner.name}.${name}`,
          method: (owner.prototype as Record<string, () => unknown>)[name]!,
          owner,
        })),
      )
      .filter(({ method }) => Reflect.hasMetadata('path', method) || Reflect.hasMetadata('message', method));
  }

  it('are all marked public or signed-in', () => {
    const reflector = new Reflector();
    const found = handlers();
    expect(found.length).toBeGreaterThan(2);
    const unmarked = found.filter(({ method, owner }) => !reflector.getAllAndOverride(DOOR, [method, owner]));
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });

  /** `GET /sl/{id}` of every route that Express knows, except files. */
  function routes(): string[] {
    type Layer = { route?: { path: string | string[]; methods: Record<string, boolean> } };
    const { router } = hub.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
    return router.stack
      .flatMap(({ route }) => (route ? [route] : []))
      .flatMap(({ path, methods }) =>
        [path].flat().flatMap((each) => Object.keys(methods).map((verb) => `${verb} ${each}`)),
      )
      .map((route) => route.replace(/[:*](\w+)/g, '{$1}'))
      .filter((route) => !/^(head|options) /.test(route));
  }

  const operations = (): [string, Described][] =>
    Object.entries(described.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Described>).map(([verb, operation]): [string, Described] => [
        `${verb} ${path}`,
        operation,
      ]),
    );

  it('are all described in the OpenAPI document, and nothing else is', () => {
    const documented = operations().map(([route]) => route);
    expect(documented.sort()).toEqual([...new Set(routes())].sort());
  });

  it('say in the document what each route is for, who may use it and what it answers', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const data = operations().filter(([route]) => route.includes(' /api/v1/'));
    const silent = data.filter(([, { summary, tags = [], responses }]) => {
      const answers = Object.entries(responses).filter(([status]) => /^2/.test(status));
      const shaped = answers.some(([status, answer]) => status === '204' || (answer && 'content' in answer));
      return !summary || tags.length === 0 || !shaped;
    });
    expect(silent.map(([route]) => route)).toEqual([]);
  });

  it('refer in the document only to shapes that stand in it', () => {
    const named = Object.keys(described.components?.schemas ?? {});
    const referred = [...JSON.stringify(described).matchAll(/#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(referred.filter((name) => !named.includes(name!))).toEqual([]);
  });

  it('open on tables that have every column the entities speak of', async () => {
    const columns: { table: string; column: string; nullable: boolean }[] = await hub.database.query(
      `select table_name as "table", column_name as "column", is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    );
    const stands = new Set(
      columns.map(({ table, column, nullable }) => `${table}.${column}${nullable ? '?' : ''}`),
    );
    const wanted = hub.database.entityMetadatas.flatMap(({ tableName, columns: own }) =>
      own.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? '?' : ''}`),
    );
    expect(wanted.filter((column) => !stands.has(column))).toEqual([]);
  });
});

describe('The words', () => {
  const words = new WordFolders();
  const others = LOCALES.filter((locale) => locale !== 'en');
  const guilty = (locale: Locale, wrong: (text: string, key: string) => boolean) =>
    [...words.words(locale)]
      .filter(([key, text]) => wrong(text, key))
      .map(([key, text]) => `${locale} ${key}: ${text}`);

  it.each(LOCALES)('exist completely in %s, in all plural forms and with all placeholders', (locale) => {
    expect(words.faults(locale)).toEqual([]);
  });

  it('are all spoken by the source, which speaks no others', () => {
    const { whole, patterns } = keysInSource(words.namespaces('en'));
    const known = [...words.forms('en').keys()];
    const patternList = [...patterns.keys()];
    const unused = known.filter(
      (key) => !whole.has(key) && !patternList.some((pattern) => pattern.test(key)),
    );
    const missing = [...whole]
      .filter(([key]) => !known.includes(key))
      .map(([key, file]) => `${key} in ${file}`);
    const empty = patternList.filter((pattern) => !known.some((key) => pattern.test(key)));
    expect({
      unused,
      missing,
      empty: empty.map((pattern) => `${pattern.source} in ${patterns.get(pattern)}`),
    }).toEqual({
      unused: [],
      missing: [],
      empty: [],
    });
  });

  /** Right as they are, although they read the same in English: “Total budget” is Swedish too; names and codes. */
  const SAME_BY_RIGHT = new Set([
    ...['partnerships:field.total', 'comparisons:import.column.standing'],
    ...['comparisons:data.file.sdmx.name', 'comparisons:data.file.json_stat.name'],
  ]);

  it.each(others)('were not left in English in %s', (locale) => {
    const several = (text: string) =>
      (text.replace(/\{\{\w+\}\}/g, '').match(/\p{L}{2,}/gu) ?? []).length > 1;
    const left = guilty(
      locale,
      (text, key) =>
        several(text) && text === words.words('en').get(key) && !SAME_BY_RIGHT.has(words.spoken(key)),
    );
    expect(left).toEqual([]);
  });

  it('are set with the marks of their language', () => {
    const straight = (['sv', 'sl', 'it'] as const).flatMap((locale) =>
      guilty(locale, (text) => text.includes('"')),
    );
    const dots = LOCALES.flatMap((locale) => guilty(locale, (text) => text.includes('...')));
    const percent = (['sv', 'sl'] as const).flatMap((locale) =>
      guilty(locale, (text) => /[^\u00a0]%/.test(text)),
    );
    expect({ straight, dots, percent }).toEqual({ straight: [], dots: [], percent: [] });
  });

  it('address Italians by tu or not at all, except in mails', () => {
    const formal = guilty(
      'it',
      (text, key) => !key.startsWith('mail:') && /\b(Lei|Su[oa]|Suoi|Sue|La preghiamo)\b/.test(text),
    );
    expect(formal).toEqual([]);
  });
});

describe('The settings', () => {
  const example = readFileSync('.env.example', 'utf8');
  const settings = [...example.matchAll(/^([A-Z][A-Z\d_]+)=/gm)].map(([, name]) => name!);
  const COMPOSE_ONLY = ['POSTGRES_PASSWORD', 'PUBLIC_PORT'];

  it('are all explained in .env.example', () => {
    const config = readFileSync('src/core/config/config.ts', 'utf8');
    const read = [...config.matchAll(/^ {2}([A-Z][A-Z\d_]+):/gm)].map(([, name]) => name!);
    expect(read.length).toBeGreaterThan(10);
    expect(settings.sort()).toEqual([...read, ...COMPOSE_ONLY].sort());
  });

  it('that docker compose asks for are among them', () => {
    const compose = readFileSync('docker-compose.yml', 'utf8');
    const asked = [...compose.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name!);
    expect(asked.filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('make a hub of web, worker, postgres and redis, each watched and with its volume', () => {
    type Service = { healthcheck?: object; volumes?: string[]; build?: string };
    const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
      services: Record<string, Service>;
      volumes: Record<string, unknown>;
    };
    const watchedByImage = /^HEALTHCHECK/m.test(readFileSync('Dockerfile', 'utf8'));
    for (const name of ['web', 'worker', 'postgres', 'redis']) {
      const service = compose.services[name]!;
      expect({
        name,
        watched: Boolean(service.healthcheck) || (Boolean(service.build) && watchedByImage),
      }).toEqual({
        name,
        watched: true,
      });
      const kept = (service.volumes ?? []).map((volume) => volume.split(':')[0]!);
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(kept));
      expect(kept).not.toEqual([]);
    }
  });
});
