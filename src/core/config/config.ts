import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { LOCALES_DIR } from '../i18n/language-folders';

const MINUTE = 60_000;

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
const onOff = (standard: 'on' | 'off') => z.enum(['on', 'off'], 'must be on or off').default(standard);
const count = (standard: number) => z.coerce.number('must be a number').int().min(0).default(standard);

/** Everything the hub reads from its environment, documented for operators in `.env.example`. */
const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  BASE_URL: url('http:', 'https:').optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: count(10),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().default('Polylog <polylog@localhost>'),
  CONTACT_EMAIL: z.email('must be an e-mail address').optional(),
  DATA_DIR: z.string().default('.data'),
  LOCALES_DIR: z
    .string()
    .refine(
      (given) => resolve(given) === LOCALES_DIR,
      'must be set before the process starts, which reads its words',
    )
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: count(0),
  ROLE: z.enum(['web', 'worker', 'both'], 'must be web, worker or both').default('both'),
  DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  RATE_LIMITS: onOff('on'),
  UPLOAD_LIMIT: z.coerce.number('must be a number').min(0.01).max(100).default(10),
  S3_ENDPOINT: url('http:', 'https:').optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_SECRET_KEY_FILE: z.string().optional(),
  DRAIN: z.coerce.number('must be a number').min(0).max(600).optional(),
  MACHINE_TRANSLATION: z
    .enum(['libretranslate', 'deepl', 'etranslation'], 'must be libretranslate, deepl or etranslation')
    .optional(),
  MACHINE_TRANSLATION_URL: url('http:', 'https:').optional(),
  MACHINE_TRANSLATION_KEY: z.string().optional(),
  MACHINE_TRANSLATION_KEY_FILE: z.string().optional(),
  MACHINE_TRANSLATION_APPLICATION: z.string().optional(),
  MACHINE_TRANSLATION_DOMAIN: z.string().default('GEN'),
  MACHINE_TRANSLATION_ROOMS: z
    .enum(['public', 'members', 'all'], 'must be public, members or all')
    .default('public'),
  MACHINE_TRANSLATION_KINDS: z
    .string()
    .regex(/^[a-z_]+(,[a-z_]+)*$/, 'must be kinds of texts with commas between them')
    .default(
      'post,thread,room,poll,poll_option,platform,stakeholder_group,partnership,statement,source_note',
    ),
  MACHINE_TRANSLATION_BUDGET: count(500_000),
  MACHINE_TRANSLATION_TIMEOUT: z.coerce.number('must be a number').min(1).max(600).default(30),
  SOURCE_CHECKS: z.enum(['on', 'off', 'anywhere'], 'must be on, off or anywhere').optional(),
});

/** How texts are translated by a machine (docs/operating.md). */
export interface MachineSettings {
  provider: 'libretranslate' | 'deepl' | 'etranslation';
  /** Without a slash at the end; undefined: where the provider itself is. */
  url: string | undefined;
  key: string | undefined;
  /** The name that eTranslation has given the hub. */
  application: string | undefined;
  domain: string;
  /** Which rooms' texts are sent at all. */
  rooms: 'public' | 'members' | 'all';
  kinds: readonly string[];
  /** Characters a month; 0: no limit. */
  budget: number;
  /** Milliseconds until an answer must be there. */
  patience: number;
}

/** A store for files that speaks the protocol of S3 (docs/operating.md). */
export interface StorageSettings {
  /** Without a slash at the end. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** The settings of one process, read once at start and never changed. */
export class Config {
  readonly production: boolean;
  readonly development: boolean;
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end: `https://hub.example.org`. */
  readonly baseUrl: string;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly contactEmail: string | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  readonly sessionSecret: string | undefined;
  /** How many proxies stand in front; 0: none, and X-Forwarded-For is not believed. */
  readonly trustProxy: number;
  readonly web: boolean;
  readonly worker: boolean;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly rateLimits: boolean;
  /** Bytes that a file may have that somebody brings. */
  readonly uploadLimit: number;
  /** Milliseconds that a process has for leaving without anybody's noticing. */
  readonly drain: number;
  /** Milliseconds that a session lasts: 30 days. */
  readonly sessionLife = 30 * 24 * 60 * MINUTE;

  /** Whether texts are sent to a machine, and to which. */
  readonly machine: MachineSettings | undefined;

  /** Whether cited sources are looked for on the web; `anywhere`: also in the network that the hub stands in. */
  readonly sourceChecks: 'on' | 'off' | 'anywhere';

  /** Where files are kept; undefined: in a folder of `dataDir`. */
  readonly storage: StorageSettings | undefined;

  private constructor(read: z.infer<typeof environment>) {
    this.production = read.NODE_ENV === 'production';
    this.development = read.NODE_ENV !== 'production';
    this.port = read.PORT;
    this.host = read.HOST;
    this.baseUrl = (read.BASE_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, '');
    this.databaseUrl = read.DATABASE_URL;
    this.databasePool = read.DATABASE_POOL;
    this.redisUrl = read.REDIS_URL;
    this.smtpUrl = read.SMTP_URL;
    this.mailFrom = read.MAIL_FROM;
    this.contactEmail = read.CONTACT_EMAIL;
    this.dataDir = resolve(read.DATA_DIR);
    this.sessionSecret = read.SESSION_SECRET;
    this.trustProxy = read.TRUST_PROXY;
    this.web = read.ROLE !== 'worker';
    this.worker = read.ROLE !== 'web';
    this.demo = (read.DEMO ?? (this.production ? 'off' : 'on')) === 'on';
    this.demoPassword = read.DEMO_PASSWORD;
    this.rateLimits = read.RATE_LIMITS === 'on';
    this.uploadLimit = Math.round(read.UPLOAD_LIMIT * 1024 * 1024);
    this.drain = (read.DRAIN ?? (this.production ? 5 : 0)) * 1000;
    this.machine = machineSettings(read);
    this.sourceChecks = read.SOURCE_CHECKS ?? (this.production && !this.demo ? 'on' : 'off');
    this.storage = storageSettings(read);
  }

  /** @throws Error that names every setting that is wrong and what it must be. */
  static read(variables: Record<string, string | undefined>): Config {
    const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
    const result = environment.safeParse(given);
    if (!result.success) {
      const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
      throw new Error(`The hub cannot start with these settings:\n${lines.join('\n')}\nSee .env.example.`);
    }
    if (result.data.NODE_ENV === 'production') assertProduction(result.data);
    return new Config(result.data);
  }
}

/** @throws Error for a provider that could never answer */
function machineSettings(read: z.infer<typeof environment>): MachineSettings | undefined {
  const provider = read.MACHINE_TRANSLATION;
  if (!provider) return undefined;
  const file = read.MACHINE_TRANSLATION_KEY_FILE;
  const key = read.MACHINE_TRANSLATION_KEY ?? (file && readFileSync(file, 'utf8').trim());
  const application = read.MACHINE_TRANSLATION_APPLICATION;
  const missing = [
    ...(provider === 'libretranslate' && !read.MACHINE_TRANSLATION_URL ? ['MACHINE_TRANSLATION_URL'] : []),
    ...(provider !== 'libretranslate' && !key ? ['MACHINE_TRANSLATION_KEY'] : []),
    ...(provider === 'etranslation' && !application ? ['MACHINE_TRANSLATION_APPLICATION'] : []),
  ];
  if (missing.length > 0)
    throw new Error(`MACHINE_TRANSLATION=${provider} needs ${missing.join(' and ')}. See .env.example.`);
  return {
    ...{ provider, application, key: key || undefined },
    url: read.MACHINE_TRANSLATION_URL?.replace(/\/+$/, ''),
    domain: read.MACHINE_TRANSLATION_DOMAIN,
    rooms: read.MACHINE_TRANSLATION_ROOMS,
    kinds: read.MACHINE_TRANSLATION_KINDS.split(','),
    budget: read.MACHINE_TRANSLATION_BUDGET,
    patience: read.MACHINE_TRANSLATION_TIMEOUT * 1000,
  };
}

/** @throws Error for a store that could never answer */
function storageSettings(read: z.infer<typeof environment>): StorageSettings | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY: accessKey } = read;
  if (!endpoint) return undefined;
  const file = read.S3_SECRET_KEY_FILE;
  const secretKey = read.S3_SECRET_KEY ?? (file && readFileSync(file, 'utf8').trim());
  if (!bucket || !accessKey || !secretKey)
    throw new Error('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY. See .env.example.');
  return { endpoint: endpoint.replace(/\/+$/, ''), bucket, region, accessKey, secretKey };
}

/** What development makes up for itself must be decided by a person in production. */
function assertProduction(read: z.infer<typeof environment>): void {
  const missing = (['BASE_URL', 'SESSION_SECRET'] as const).filter((name) => !read[name]);
  if (missing.length > 0)
    throw new Error(`NODE_ENV=production needs ${missing.join(' and ')}. See .env.example.`);
}

export const randomSecret = (): string => randomBytes(32).toString('base64url');
