import { Grants } from '../../src/core/access/grants.service';
import { aPerson, type TestPerson } from '../factories/people';
import { anOrganisation } from '../factories/organisations';
import {
  aGroup,
  aHost,
  aMember,
  anInvitation,
  aPlatform,
  type TestGroup,
  type TestMember,
  type TestPlatform,
} from '../factories/platforms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailedPath, mailsTo } from '../support/mails';

describe('Invitations to a national platform', () => {
  let hub: TestHub;
  let group: TestGroup;
  let platform: TestPlatform;
  let host: TestMember;
  let hostClient: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    group = await aGroup(hub, { name: 'Chambers', names: { it: 'Camere di commercio' } });
    platform = await aPlatform(hub);
    host = await aHost(hub, platform, { person: await aPerson(hub, { name: 'Hilda Host' }) });
    hostClient = await TestClient.as(hub, host);
  });
  afterEach(() => hub.database.query('truncate platforms cascade'));
  afterAll(() => hub.close());

  const api = (path = '') => `/api/v1/platforms/${platform.slug}${path}`;
  const pages = (path = '') => `/en/platforms/${platform.slug}${path}`;

  async function invite(email: string, more: object = {}): Promise<string> {
    const input = { email, locale: 'en', groupId: group.id, ...more };
    const answer = await hostClient.send('post', api('/invitations'), input);
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  }

  async function rolesOf(personId: string): Promise<string[]> {
    return (await hub.app.get(Grants).of(personId)).map(({ role }) => role).sort();
  }

  async function standing(id: string): Promise<string> {
    const [row] = await hub.database.query<{ state: string }[]>(
      'select state from invitations where id = $1',
      [id],
    );
    return row!.state;
  }

  async function stateOf(person: TestPerson): Promise<string | undefined> {
    const [row] = await hub.database.query<{ state: string }[]>(
      'select state from memberships where platform_id = $1 and person_id = $2',
      [platform.id, person.id],
    );
    return row?.state;
  }

  describe('of somebody new', () => {
    it('arrive by mail in the language chosen, and lead by one form to an account and a seat', async () => {
      const organisation = await anOrganisation(hub, { name: 'Camera di Padova', locale: 'it' });
      const form = {
        email: 'nuova@example.org',
        locale: 'it',
        groupId: group.id,
        organisationId: organisation.id,
        message: 'Ti aspettiamo.',
      };
      const sent = await hostClient.submit(pages('/invitations'), form, pages('/manage'));
      expect([sent.status, sent.headers['location']]).toEqual([303, pages('/manage')]);
      const [mail] = await mailsTo(hub, 'nuova@example.org');
      expect(mail!.locale).toBe('it');
      for (const words of ['Camere di commercio', 'Hilda Host', 'Ti aspettiamo.'])
        expect(mail!.text).toContain(words);

      const visitor = new TestClient(hub);
      const path = await mailedPath(hub, 'nuova@example.org');
      expect(path).toMatch(/^\/it\/invitations\//);
      const shown = await visitor.get(path);
      expect(shown.status).toBe(200);
      expect(shown.headers['set-cookie'] ?? []).not.toContain('polylog');
      for (const words of ['nuova@example.org', 'Camera di Padova', 'Hilda Host', 'noindex'])
        expect(shown.text).toContain(words);

      const arrived = await visitor.submit(
        `${path}/arrival`,
        { name: 'Nuova Persona', password: 'tre parole lunghe' },
        path,
      );
      expect([arrived.status, arrived.headers['location']]).toEqual([303, `/it/platforms/${platform.slug}`]);
      const home = await visitor.get(`/it/platforms/${platform.slug}`);
      expect(home.text).toContain('Nuova Persona');
      expect(home.text).toContain('Hai un posto a questo tavolo.');
      const [person] = await hub.database.query<
        { id: string; confirmed: boolean; locale: string; organisation_id: string }[]
      >(
        `select id, confirmed_at is not null as confirmed, locale, organisation_id from people where email = $1`,
        ['nuova@example.org'],
      );
      expect(person).toMatchObject({ confirmed: true, locale: 'it', organisation_id: organisation.id });
      expect(await rolesOf(person!.id)).toEqual(['member', 'member']);
    });

    it('keep what was typed when the password is too short, and make no account', async () => {
      const invitation = await anInvitation(hub, platform);
      const visitor = new TestClient(hub);
      const answer = await visitor.submit(
        `${invitation.path}/arrival`,
        { name: 'Ann Arrival', password: 'short' },
        invitation.path,
      );
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Ann Arrival');
      expect(answer.text).not.toContain('value="short"');
      const people = await hub.database.query<unknown[]>('select 1 from people where email = $1', [
        invitation.email,
      ]);
      expect(people).toEqual([]);
    });

    it('can be declined without an account', async () => {
      const invitation = await anInvitation(hub, platform);
      const visitor = new TestClient(hub);
      const answer = await visitor.submit(`${invitation.path}/decline`, {}, invitation.path);
      expect([answer.status, answer.headers['location']]).toEqual([303, invitation.path]);
      expect(await standing(invitation.id)).toBe('declined');
      expect((await visitor.get(invitation.path)).text).toContain('This invitation was declined.');
      expect((await hostClient.get(pages('/manage'))).text).toContain(invitation.email);
    });
  });

  describe('of somebody with an account', () => {
    it('ask a visitor to sign in and bring her back', async () => {
      const person = await aPerson(hub);
      const invitation = await anInvitation(hub, platform, { email: person.email });
      const page = await new TestClient(hub).get(invitation.path);
      expect(page.text).toContain(
        `/en/sign-in?next=${encodeURIComponent(`/invitations/${invitation.token}`)}`,
      );
      expect(page.text).not.toContain('name="password"');
    });

    it('are accepted with one button, whatever capitals the address was written in', async () => {
      const person = await aPerson(hub, { email: 'Capital.Letters@Example.org' });
      const id = await invite('capital.letters@example.org');
      const path = await mailedPath(hub, 'capital.letters@example.org');
      const client = await TestClient.as(hub, person);
      const answer = await client.submit(path, {});
      expect([answer.status, answer.headers['location']]).toEqual([303, pages()]);
      expect(await standing(id)).toBe('accepted');
      expect(await rolesOf(person.id)).toEqual(['member', 'member']);
      const journal = await hub.database.query<{ name: string }[]>(
        'select name from journal where scope_id = $1 order by id',
        [platform.id],
      );
      expect(journal.map(({ name }) => name)).toEqual(['invitation.opened', 'invitation.accepted']);
    });

    it('let in who has asked meanwhile', async () => {
      const person = await aMember(hub, platform, { state: 'asked' });
      const invitation = await anInvitation(hub, platform, { email: person.email });
      await (await TestClient.as(hub, person)).submit(invitation.path, {});
      expect(await stateOf(person)).toBe('member');
    });
  });

  describe('are looked after by hosts', () => {
    it('who see them waiting, renew them and withdraw them', async () => {
      const id = await invite('waiting@example.org');
      const first = await mailedPath(hub, 'waiting@example.org');
      expect((await hostClient.get(pages('/manage'))).text).toContain('waiting@example.org');
      await hostClient.submit(pages(`/invitations/${id}/renew`), {}, pages('/manage'));
      const second = await mailedPath(hub, 'waiting@example.org');
      expect(second).not.toBe(first);
      const visitor = new TestClient(hub);
      expect((await visitor.get(first)).status).toBe(404);
      expect((await visitor.get(second)).status).toBe(200);
      await hostClient.submit(pages(`/invitations/${id}/withdraw`), {}, pages('/manage'));
      expect((await visitor.get(second)).text).toContain('This invitation was withdrawn.');
      const again = await hostClient.submit(pages(`/invitations/${id}/renew`), {}, pages('/manage'));
      expect(again.status).toBe(403);
    });

    it('who can renew one that ran out, or send another to the same address', async () => {
      const old = await anInvitation(hub, platform, { expired: true });
      await hostClient.submit(pages(`/invitations/${old.id}/renew`), {}, pages('/manage'));
      expect(await mailsTo(hub, old.email)).toHaveLength(1);
      const older = await anInvitation(hub, platform, { expired: true });
      await invite(older.email);
      expect(await standing(older.id)).toBe('withdrawn');
    });

    it('who cannot invite twice, nor somebody who sits here already', async () => {
      await invite('twice@example.org');
      const twice = { email: 'TWICE@example.org', locale: 'en', groupId: group.id };
      const again = await hostClient.send('post', api('/invitations'), twice);
      expect([again.status, again.body.code]).toEqual([409, 'already_invited']);
      const member = await aMember(hub, platform);
      const seated = await hostClient.send('post', api('/invitations'), { ...twice, email: member.email });
      expect([seated.status, seated.body.code]).toEqual([409, 'sits_already']);
    });

    it('who are told what is wrong with a bad one', async () => {
      const good = { email: 'a@example.org', locale: 'en', groupId: group.id };
      const bad: [object, string][] = [
        [{ ...good, email: 'nobody' }, 'email'],
        [{ ...good, email: 'a@example.org\nBcc: b@example.org' }, 'email'],
        [{ ...good, locale: 'de' }, 'locale'],
        [{ ...good, groupId: '00000000-0000-4000-8000-000000000000' }, 'groupId'],
        [{ ...good, message: 'x'.repeat(2001) }, 'message'],
        [{ ...good, state: 'accepted' }, 'state'],
      ];
      for (const [body, field] of bad) {
        const answer = await hostClient.send('post', api('/invitations'), body);
        expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, field]);
      }
      const form = await hostClient.submit(
        pages('/invitations'),
        { ...good, email: 'nobody', message: 'A long message.' },
        pages('/manage'),
      );
      expect(form.status).toBe(422);
      expect(form.text).toContain('A long message.');
    });
  });

  describe('threats', () => {
    it('an invitation of one person cannot be used by somebody with another address', async () => {
      const invitation = await anInvitation(hub, platform);
      const other = await aPerson(hub);
      const client = await TestClient.as(hub, other);
      const page = await client.get(invitation.path);
      expect(page.text).toContain('This invitation was sent to another address.');
      expect(page.text).toContain(`/en/platforms/${platform.slug}/join`);
      for (const act of ['', '/decline']) {
        const answer = await client.submit(`${invitation.path}${act}`, {}, pages());
        expect(answer.status).toBe(403);
      }
      expect(await standing(invitation.id)).toBe('open');
      expect(await stateOf(other)).toBeUndefined();
      expect(await rolesOf(other.id)).toEqual([]);
    });

    it('an invitation cannot be used twice', async () => {
      const person = await aPerson(hub);
      const invitation = await anInvitation(hub, platform, { email: person.email });
      const client = await TestClient.as(hub, person);
      const answers = await Promise.all([
        client.submit(invitation.path, {}, pages()),
        client.submit(invitation.path, {}, pages()),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      await client.send('delete', api('/membership'));
      const later = await client.submit(invitation.path, {}, pages());
      expect(later.status).toBe(409);
      expect(later.text).toContain('This invitation has already been accepted.');
      expect(await stateOf(person)).toBe('left');
    });

    it('an invitation cannot make a second account after it was used', async () => {
      const invitation = await anInvitation(hub, platform);
      const arrival = { name: 'First', password: 'a long password' };
      await new TestClient(hub).submit(`${invitation.path}/arrival`, arrival, invitation.path);
      const second = new TestClient(hub);
      const answer = await second.submit(
        `${invitation.path}/arrival`,
        { name: 'Second', password: 'another password' },
        invitation.path,
      );
      expect(answer.status).toBe(409);
      expect((await second.get('/en/settings')).status).toBe(401);
      const people = await hub.database.query<{ name: string }[]>(
        'select name from people where email = $1',
        [invitation.email],
      );
      expect(people).toEqual([{ name: 'First' }]);
    });

    it('an invitation does not take over the account that the address has', async () => {
      const person = await aPerson(hub, { name: 'Rightful Owner' });
      const invitation = await anInvitation(hub, platform, { email: person.email });
      const thief = new TestClient(hub);
      const answer = await thief.submit(
        `${invitation.path}/arrival`,
        { name: 'Thief', password: 'a long password' },
        invitation.path,
      );
      expect(answer.status).toBe(409);
      expect((await thief.get('/en/settings')).status).toBe(401);
      expect(await standing(invitation.id)).toBe('open');
    });

    it.each([
      ['withdrawn', { state: 'withdrawn' }, 'This invitation was withdrawn.'],
      ['expired', { expired: true }, 'This invitation has expired.'],
      ['declined', { state: 'declined' }, 'This invitation was declined.'],
    ])('an invitation that was %s opens nothing', async (_, options, words) => {
      const person = await aPerson(hub);
      const invitation = await anInvitation(hub, platform, { email: person.email, ...options });
      const client = await TestClient.as(hub, person);
      const page = await client.get(invitation.path);
      expect(page.text).toContain(words);
      expect(page.text).not.toContain(`action="${invitation.path}"`);
      expect((await client.submit(invitation.path, {}, pages())).status).toBe(409);
      expect((await client.submit(`${invitation.path}/decline`, {}, pages())).status).toBe(409);
      expect(await rolesOf(person.id)).toEqual([]);
      const newcomer = await anInvitation(hub, platform, options);
      const arrival = { name: 'New', password: 'a long password' };
      const arrived = await new TestClient(hub).submit(`${newcomer.path}/arrival`, arrival, newcomer.path);
      expect(arrived.status).toBe(409);
      const people = await hub.database.query<unknown[]>('select 1 from people where email = $1', [
        newcomer.email,
      ]);
      expect(people).toEqual([]);
    });

    it('a removed member cannot come back by an old invitation', async () => {
      const person = await aMember(hub, platform);
      const old = await anInvitation(hub, platform, { email: person.email });
      await hostClient.submit(
        pages(`/members/${person.membershipId}/remove`),
        { reason: 'Rules.' },
        pages('/manage'),
      );
      const client = await TestClient.as(hub, person);
      expect((await client.submit(old.path, {}, pages())).status).toBe(409);
      expect(await stateOf(person)).toBe('removed');
      expect(await rolesOf(person.id)).toEqual([]);
    });

    it('the secret of a link stands nowhere in the database', async () => {
      await invite('secret@example.org');
      const token = (await mailedPath(hub, 'secret@example.org')).split('/').at(-1)!;
      const tables = await hub.database.query<{ name: string }[]>(
        `select table_schema || '.' || table_name as name from information_schema.tables
         where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
      );
      for (const { name } of tables) {
        const found = await hub.database.query<unknown[]>(
          `select 1 from ${name} as line where line::text like '%' || $1 || '%' limit 1`,
          [token],
        );
        expect([name, found]).toEqual([name, []]);
      }
    });

    it.each(['x', 'a'.repeat(43), '..%2f..%2fetc', '%00', 'a'.repeat(5000)])(
      'a made-up link is no page: %.20s',
      async (token) => {
        const answer = await new TestClient(hub).get(`/en/invitations/${token}`);
        expect([400, 404, 414, 431]).toContain(answer.status);
      },
    );
  });
});
