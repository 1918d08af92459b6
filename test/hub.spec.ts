import people from '../src/demo/data/people.json';
import { Config } from '../src/core/config/config';
import { greet } from '../src/greeting';
import { perform } from '../src/verbs';
import { TestClient } from './support/client';
import { startHub, type TestHub } from './support/hub';

describe('The command line', () => {
  let hub: TestHub;
  let said: string[];
  let complaints: string[];

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(() => {
    said = [];
    complaints = [];
  });
  afterAll(() => hub.close());

  const type = (words: string[], password = '') =>
    perform(words, {
      environment: {
        NODE_ENV: 'test',
        DEMO: 'off',
        DATABASE_URL: (hub.database.options as { url: string }).url,
        DATA_DIR: hub.config.dataDir,
      },
      say: (line) => said.push(line),
      complain: (line) => complaints.push(line),
      askSecret: () => Promise.resolve(password),
    });
  const create = (password: string, email = 'anna@example.org') =>
    type(['create-administrator', '--email', email, '--name', 'Anna Novak'], password);
  const signIn = (password: string) =>
    new TestClient(hub).send('post', '/api/v1/session', { email: 'anna@example.org', password });

  it('makes an administrator, who can sign in at once', async () => {
    expect(await create('a long password')).toBe(0);
    expect(said).toEqual(['anna@example.org is an administrator of this hub.']);
    expect((await signIn('a long password')).status).toBe(201);
    const [row] = await hub.database.query<{ role: string }[]>(
      `select role from grants join people on people.id = person_id where email = 'anna@example.org'`,
    );
    expect(row?.role).toBe('administrator');
  });

  it('gives an administrator who is there a new password', async () => {
    await create('a long password');
    expect(await create('another long password')).toBe(0);
    expect((await signIn('a long password')).status).toBe(401);
    expect((await signIn('another long password')).status).toBe(201);
  });

  it('says in words what is wrong with what it was given', async () => {
    expect(await create('short', 'not an address')).toBe(1);
    expect(complaints.join('\n')).toMatch(/email: Enter an e-mail address.*\n.*password: Use at least/);
    expect(await type(['create-administrator', '--email', 'anna@example.org'])).toBe(2);
    expect(await type(['create-administrator', '--mail', 'anna@example.org'])).toBe(2);
  });

  it('loads the demonstration into an empty hub only', async () => {
    await create('a long password');
    expect(await type(['load-demo'])).toBe(0);
    expect(said.at(-1)).toContain('Nothing was loaded');
  });

  it('brings the database up to date', async () => {
    expect(await type(['migrate'])).toBe(0);
    expect(said).toEqual(['The database is up to date.']);
  });

  it('explains itself to who asks for nothing or for something that it cannot do', async () => {
    expect(await type([])).toBe(0);
    expect(await type(['dance'])).toBe(2);
    expect(said).toEqual([expect.stringContaining('create-administrator'), said[0]]);
  });
});

describe('The greeting', () => {
  const lines = (settings: Record<string, string>): string => {
    const said: string[] = [];
    greet(Config.read({ BASE_URL: 'http://hub.example', ...settings }), (line) => said.push(line));
    return said.join('\n');
  };

  it('says where the hub is, and who can be tried while the demonstration is on', () => {
    const words = lines({ DEMO_PASSWORD: 'round table 12' });
    expect(words).toContain('http://hub.example');
    expect(words).toContain('round table 12');
    const shown = [...words.matchAll(/\S+@demo\.example/g)].map(([address]) => address);
    expect(shown).toEqual(people.people.filter(({ signIn }) => signIn).map(({ email }) => email));
  });

  it('tells nobody a password when there is no demonstration', () => {
    const words = lines({ DEMO: 'off', DEMO_PASSWORD: 'round table 12', SMTP_URL: 'smtp://mail.example' });
    expect(words.trim()).toBe('Polylog is ready: http://hub.example');
  });
});
