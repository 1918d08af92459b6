import { Admissions } from '../../src/accounts/sign-up/admissions.service';
import { Actors } from '../../src/accounts/actors.service';
import { Refusal } from '../../src/core/errors/refusal';
import { PASSWORD, anAccount, signIn, signUpFields } from '../factories/accounts';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailedPath, mailsTo } from '../support/mails';

describe('People whose address needs no proof', () => {
  let hub: TestHub;
  let admissions: Admissions;

  beforeAll(async () => {
    hub = await startHub({ DEMO: 'on' });
    admissions = hub.app.get(Admissions);
  });
  afterAll(() => hub.close());

  const person = (email: string) => ({ email, name: 'Ana Novak', password: PASSWORD, locale: 'sl' as const });

  it('who were invited by mail sign in at once, in the time zone of their language', async () => {
    const actor = await admissions.signUpInvited(person('invited@example.org'));
    expect(actor.person).toMatchObject({ email: 'invited@example.org', timeZone: 'Europe/Ljubljana' });
    expect(
      (await signIn(new TestClient(hub), { id: '', name: '', email: 'invited@example.org' })).status,
    ).toBe(303);
    expect(await mailsTo(hub, 'invited@example.org')).toEqual([]);
  });

  it('who were invited do not get the account of somebody else', async () => {
    const owner = await anAccount(hub);
    const refused = admissions.signUpInvited({ ...person(owner.email), password: 'password of eve' });
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'known_address' });
    expect((await signIn(new TestClient(hub), owner)).status).toBe(303);
  });

  it('who were invited are not kept out by who signed up with their address before', async () => {
    const eve = new TestClient(hub);
    await eve.submit('/en/sign-up', signUpFields('taken@example.org', { password: 'password of eve' }));
    const link = await mailedPath(hub, 'taken@example.org');
    const actor = await admissions.signUpInvited(person('taken@example.org'));
    const owner = { ...actor.person!, email: 'taken@example.org' };
    expect((await signIn(new TestClient(hub), owner, 'password of eve')).status).toBe(401);
    expect((await signIn(new TestClient(hub), owner)).status).toBe(303);
    expect((await eve.submit(link, {})).status).toBe(410);
  });

  it('become administrators by the command line, with a new password and signed out elsewhere', async () => {
    const made = await admissions.createAdministrator('root@example.org', 'Root', PASSWORD);
    expect((await hub.app.get(Actors).ofPerson(made))!.administrator).toBe(true);

    const known = await anAccount(hub);
    const elsewhere = await TestClient.as(hub, known);
    const id = await admissions.createAdministrator(
      known.email.toUpperCase(),
      'Ignored',
      'another good password',
    );
    expect(id).toBe(known.id);
    expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
    expect((await signIn(new TestClient(hub), known, 'another good password')).status).toBe(303);
    const actor = (await hub.app.get(Actors).ofPerson(id))!;
    expect([actor.administrator, actor.person!.name]).toEqual([true, known.name]);
  });

  it('of the demonstration are made once, and sign in only with a password', async () => {
    const first = await admissions.createPerson({ ...person('member.si@demo.example') });
    const again = await admissions.createPerson({ ...person('member.si@demo.example'), name: 'Other' });
    expect(again).toBe(first);
    const [{ demo, name }] = await hub.database.query<[{ demo: boolean; name: string }]>(
      'select demo, name from people where id = $1',
      [first],
    );
    expect([demo, name]).toEqual([true, 'Ana Novak']);
    const { password: _, ...silent } = person('silent@demo.example');
    await admissions.createPerson(silent);
    const tried = await signIn(new TestClient(hub), { id: '', name: '', email: 'silent@demo.example' }, '');
    expect(tried.status).toBe(422);
    expect((await new TestClient(hub).get('/en/sign-in')).text).not.toContain('silent@demo.example');
  });

  it('need an address, a name and a password that hold', async () => {
    for (const wrong of [
      { email: 'nowhere' },
      { name: '' },
      { password: 'short' },
      { timeZone: 'Nowhere/Else' },
    ])
      await expect(admissions.signUpInvited({ ...person('x@example.org'), ...wrong })).rejects.toThrow(
        Refusal,
      );
  });
});
