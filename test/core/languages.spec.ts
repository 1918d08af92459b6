import { startHub, type TestHub } from '../support/hub';

describe('The tables', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  it('take a language by what its tag looks like, and list no languages', async () => {
    const checks: { name: string; says: string }[] = await hub.database.query(
      `select conrelid::regclass || ' ' || conname as name, pg_get_constraintdef(oid) as says
       from pg_constraint where contype = 'c' and connamespace = current_schema()::regnamespace`,
    );
    expect(checks.filter(({ says }) => says.includes(`'sv'::text`))).toEqual([]);
    const tags = checks.filter(({ says }) => says.includes(`~ '^[a-z]{2,3}$'::text`)).map(({ name }) => name);
    expect(tags).toEqual(expect.arrayContaining(['people people_locale_check', 'posts posts_locale_check']));
    expect(tags.length).toBeGreaterThan(15);
  });
});
