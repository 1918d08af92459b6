import { Grants } from '../../src/core/access/grants.service';
import { aPartnership } from '../factories/partnerships';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { anOrganisation } from '../factories/organisations';
import {
  aGroup,
  aHost,
  aMember,
  aPlatform,
  type TestGroup,
  type TestMember,
  type TestPlatform,
} from '../factories/platforms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { openSocket } from '../support/socket';

describe('Seats at a national platform', () => {
  let hub: TestHub;
  let group: TestGroup;
  let platform: TestPlatform;
  let host: TestMember;
  let hostClient: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    group = await aGroup(hub);
    platform = await aPlatform(hub);
    host = await aHost(hub, platform, { person: await aPerson(hub, { locale: 'sl' }) });
    hostClient = await TestClient.as(hub, host);
  });
  afterEach(() => hub.database.query('truncate platforms cascade'));
  afterAll(() => hub.close());

  const api = (path = '') => `/api/v1/platforms/${platform.slug}${path}`;
  const pages = (path = '') => `/en/platforms/${platform.slug}${path}`;

  async function places(person: TestPerson): Promise<string[]> {
    const grants = await hub.app.get(Grants).of(person.id);
    const name = (id: string | null) =>
      id === platform.id ? 'platform' : id === platform.partnershipId ? 'partnership' : 'elsewhere';
    return grants.map(({ role, placeId }) => `${role} ${name(placeId)}`).sort();
  }

  async function stateOf(person: TestPerson): Promise<string | undefined> {
    const [row] = await hub.database.query<{ state: string }[]>(
      'select state from memberships where platform_id = $1 and person_id = $2',
      [platform.id, person.id],
    );
    return row?.state;
  }

  async function membershipOf(person: TestPerson): Promise<string> {
    const [row] = await hub.database.query<{ id: string }[]>(
      'select id from memberships where platform_id = $1 and person_id = $2',
      [platform.id, person.id],
    );
    return row!.id;
  }

  async function entries(): Promise<string[]> {
    const rows = await hub.database.query<{ name: string }[]>(
      'select name from journal where scope_id = $1 order by id',
      [platform.id],
    );
    return rows.map(({ name }) => name);
  }

  describe('asking to join', () => {
    it('tells the hosts in their own language and waits for one of them', async () => {
      const asker = await aPerson(hub, { name: 'Ada Asker' });
      const organisation = await anOrganisation(hub);
      const client = await TestClient.as(hub, asker);
      const form = { groupId: group.id, organisationId: organisation.id, message: 'We run a <b>bakery</b>.' };
      const answer = await client.submit(pages('/join'), form);
      expect([answer.status, answer.headers['location']]).toEqual([303, pages()]);
      expect(await stateOf(asker)).toBe('asked');
      expect(await places(asker)).toEqual([]);
      const [mail] = await mailsTo(hub, host.email);
      expect(mail!.locale).toBe('sl');
      expect(mail!.text).toContain('Ada Asker');
      expect(mail!.link).toContain(`/sl/platforms/${platform.slug}/manage`);
      const desk = await hostClient.get(pages('/manage'));
      expect(desk.text).toContain('Ada Asker');
      expect(desk.text).toContain('We run a &lt;b>bakery&lt;/b>.');
      expect((await client.get(pages())).text).toContain('You have asked to join.');
    });

    it('asks visitors to sign in first', async () => {
      const visitor = new TestClient(hub);
      expect((await visitor.get(pages('/join'))).status).toBe(401);
      expect((await visitor.send('post', api('/membership'), { groupId: group.id })).status).toBe(401);
    });

    it('works by the API and refuses to ask twice', async () => {
      const client = await TestClient.as(hub, await aPerson(hub));
      const first = await client.send('post', api('/membership'), { groupId: group.id });
      expect([first.status, first.body]).toEqual([201, { state: 'asked' }]);
      const second = await client.send('post', api('/membership'), { groupId: group.id });
      expect([second.status, second.body.code]).toEqual([409, 'already_asked']);
      const member = await hostClient.send('post', api('/membership'), { groupId: group.id });
      expect([member.status, member.body.code]).toEqual([403, 'already_member']);
    });

    it('says what is wrong with a bad request and keeps what was typed', async () => {
      const client = await TestClient.as(hub, await aPerson(hub));
      const unknown = '00000000-0000-4000-8000-000000000000';
      const bad: [object, string][] = [
        [{}, 'groupId'],
        [{ groupId: 'x' }, 'groupId'],
        [{ groupId: unknown }, 'groupId'],
        [{ groupId: group.id, organisationId: unknown }, 'organisationId'],
        [{ groupId: group.id, message: 'a\u0000b' }, 'message'],
        [{ groupId: group.id, message: '\ud800' }, 'message'],
        [{ groupId: group.id, state: 'member' }, 'state'],
      ];
      for (const [body, field] of bad) {
        const answer = await client.send('post', api('/membership'), body);
        expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, field]);
      }
      const kept = await client.submit(pages('/join'), { groupId: '', message: 'A long story.' });
      expect(kept.status).toBe(422);
      expect(kept.text).toContain('A long story.');
      expect(kept.text).toContain('Choose one of the options.');
    });

    it.each(['declined', 'left', 'removed'] as const)('a person who was %s may ask again', async (state) => {
      const person = await aMember(hub, platform, { state });
      const client = await TestClient.as(hub, person);
      const answer = await client.send('post', api('/membership'), { groupId: group.id });
      expect(answer.status).toBe(201);
      expect(await stateOf(person)).toBe('asked');
      expect(await places(person)).toEqual([]);
    });
  });

  describe('a host decides', () => {
    it('lets an asker in, who becomes member of the platform and of its partnership and gets a mail', async () => {
      const asker = await aMember(hub, platform, {
        state: 'asked',
        person: await aPerson(hub, { locale: 'it' }),
      });
      const answer = await hostClient.submit(
        pages(`/requests/${asker.membershipId}/accept`),
        {},
        pages('/manage'),
      );
      expect([answer.status, answer.headers['location']]).toEqual([303, pages('/manage')]);
      expect(await places(asker)).toEqual(['member partnership', 'member platform']);
      expect(await entries()).toEqual(['membership.accepted']);
      const [mail] = await mailsTo(hub, asker.email);
      expect(mail!.locale).toBe('it');
    });

    it('turns an asker down, who gets a mail and no powers', async () => {
      const asker = await aMember(hub, platform, { state: 'asked' });
      await hostClient.submit(pages(`/requests/${asker.membershipId}/decline`), {}, pages('/manage'));
      expect(await stateOf(asker)).toBe('declined');
      expect(await places(asker)).toEqual([]);
      expect(await mailsTo(hub, asker.email)).toHaveLength(1);
    });

    it('cannot decide twice', async () => {
      const asker = await aMember(hub, platform, { state: 'asked' });
      await hostClient.submit(pages(`/requests/${asker.membershipId}/decline`), {}, pages('/manage'));
      const again = await hostClient.submit(
        pages(`/requests/${asker.membershipId}/accept`),
        {},
        pages('/manage'),
      );
      expect(again.status).toBe(403);
      expect(await places(asker)).toEqual([]);
    });

    it('removes a member with a reason, which the person reads in the mail', async () => {
      const member = await aMember(hub, platform);
      const path = pages(`/members/${member.membershipId}/remove`);
      const without = await hostClient.submit(path, { reason: '' });
      expect(without.status).toBe(422);
      const answer = await hostClient.submit(path, {
        reason: 'The organisation has left the <i>country</i>.',
      });
      expect(answer.status).toBe(303);
      expect(await stateOf(member)).toBe('removed');
      expect(await places(member)).toEqual([]);
      const [mail] = await mailsTo(hub, member.email);
      expect(mail!.text).toContain('The organisation has left the <i>country</i>.');
      expect(mail!.html).not.toContain('<i>country');
      const journal = await hub.database.query<{ data: object }[]>(
        `select data from journal where name = 'membership.removed' and scope_id = $1`,
        [platform.id],
      );
      expect(JSON.stringify(journal)).not.toContain('left the');
    });

    it('appoints a member as host and ends it again', async () => {
      const member = await aMember(hub, platform);
      await hostClient.submit(pages(`/members/${member.membershipId}/appoint`), {}, pages('/manage'));
      expect(await places(member)).toEqual(['host platform', 'member partnership', 'member platform']);
      await hostClient.submit(pages(`/members/${member.membershipId}/dismiss`), {}, pages('/manage'));
      expect(await places(member)).toEqual(['member partnership', 'member platform']);
      expect(await entries()).toEqual(['host.appointed', 'host.dismissed']);
    });

    it('cannot make somebody a host who has no seat', async () => {
      const asker = await aMember(hub, platform, { state: 'asked' });
      const answer = await hostClient.submit(
        pages(`/members/${asker.membershipId}/appoint`),
        {},
        pages('/manage'),
      );
      expect(answer.status).toBe(403);
      expect(await places(asker)).toEqual([]);
    });
  });

  describe('leaving', () => {
    it('takes the powers and says so', async () => {
      const member = await aMember(hub, platform);
      const client = await TestClient.as(hub, member);
      const answer = await client.submit(pages('/leave'), {});
      expect([answer.status, answer.headers['location']]).toEqual([303, pages()]);
      expect(await stateOf(member)).toBe('left');
      expect(await places(member)).toEqual([]);
      const again = await client.send('delete', api('/membership'));
      expect([again.status, again.body.code]).toEqual([403, 'not_member']);
    });

    it('keeps the seat in the partnership while another platform of it has the person as member', async () => {
      const sister = await aPlatform(hub, { partnershipId: platform.partnershipId });
      const member = await aMember(hub, platform);
      await aMember(hub, sister, { person: member });
      const client = await TestClient.as(hub, member);
      expect((await client.send('delete', api('/membership'))).body).toEqual({ state: 'left' });
      expect(await places(member)).toEqual(['member elsewhere', 'member partnership']);
      await client.send('delete', `/api/v1/platforms/${sister.slug}/membership`);
      expect(await places(member)).toEqual([]);
    });

    it('of two platforms at the same moment leaves nothing behind', async () => {
      const sister = await aPlatform(hub, { partnershipId: platform.partnershipId });
      const member = await aMember(hub, platform);
      await aMember(hub, sister, { person: member });
      const client = await TestClient.as(hub, member);
      await Promise.all([
        client.send('delete', api('/membership')),
        client.send('delete', `/api/v1/platforms/${sister.slug}/membership`),
      ]);
      expect(await places(member)).toEqual([]);
    });

    it('of the last host is refused, as are removing and dismissing her, also to an administrator', async () => {
      const left = await hostClient.send('delete', api('/membership'));
      expect([left.status, left.body.code]).toEqual([409, 'last_host']);
      const admin = await TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'administrator' }] }));
      const seat = pages(`/members/${host.membershipId}`);
      const removed = await admin.submit(`${seat}/remove`, { reason: 'Because.' });
      expect(removed.status).toBe(409);
      expect(removed.text).toContain('The platform needs a host.');
      expect(removed.text).toContain('Because.');
      expect((await admin.submit(`${seat}/dismiss`, {}, pages('/manage'))).status).toBe(409);
      expect(await places(host)).toEqual(['host platform', 'member partnership', 'member platform']);
    });

    it('of the last two hosts at the same moment leaves one of them', async () => {
      const second = await aHost(hub, platform);
      const other = await TestClient.as(hub, second);
      const answers = await Promise.all([
        hostClient.send('delete', api('/membership')),
        other.send('delete', api('/membership')),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await hub.app.get(Grants).holders('host', platform.id)).toHaveLength(1);
    });
  });

  describe('threats', () => {
    it('a member cannot manage', async () => {
      const member = await aMember(hub, platform);
      const asker = await aMember(hub, platform, { state: 'asked' });
      const other = await aMember(hub, platform);
      const client = await TestClient.as(hub, member);
      expect((await client.get(pages('/manage'))).status).toBe(403);
      expect((await client.get(pages('/edit'))).status).toBe(403);
      const paths = [
        `/requests/${asker.membershipId}/accept`,
        `/requests/${asker.membershipId}/decline`,
        `/members/${other.membershipId}/appoint`,
        `/members/${member.membershipId}/appoint`,
        `/members/${host.membershipId}/dismiss`,
        `/members/${other.membershipId}/remove`,
      ];
      for (const path of paths) {
        const answer = await client.submit(pages(path), { reason: 'Why not.' }, '/en/platforms');
        expect([path, [403, 404].includes(answer.status)]).toEqual([path, true]);
      }
      expect(await stateOf(asker)).toBe('asked');
      expect(await places(member)).toEqual(['member partnership', 'member platform']);
      expect(await places(other)).toEqual(['member partnership', 'member platform']);
      expect(await places(host)).toEqual(['host platform', 'member partnership', 'member platform']);
    });

    it('an asker cannot let herself in', async () => {
      const asker = await aMember(hub, platform, { state: 'asked' });
      const client = await TestClient.as(hub, asker);
      const answer = await client.submit(
        pages(`/requests/${asker.membershipId}/accept`),
        {},
        '/en/platforms',
      );
      expect(answer.status).toBe(403);
      expect(await stateOf(asker)).toBe('asked');
    });

    it('a host of one platform cannot touch another, not even through the address of her own', async () => {
      const other = await aPlatform(hub);
      const asker = await aMember(hub, other, { state: 'asked' });
      const member = await aMember(hub, other);
      const theirs = (path: string) => `/en/platforms/${other.slug}${path}`;
      expect((await hostClient.get(theirs('/manage'))).status).toBe(403);
      expect((await hostClient.get(theirs('/edit'))).status).toBe(403);
      for (const at of [theirs, pages]) {
        const accept = await hostClient.submit(
          at(`/requests/${asker.membershipId}/accept`),
          {},
          pages('/manage'),
        );
        expect(accept.status).toBe(404);
        const remove = await hostClient.submit(
          at(`/members/${member.membershipId}/remove`),
          { reason: 'Mine.' },
          pages('/manage'),
        );
        expect([403, 404]).toContain(remove.status);
        const appoint = await hostClient.submit(
          at(`/members/${member.membershipId}/appoint`),
          {},
          pages('/manage'),
        );
        expect([403, 404]).toContain(appoint.status);
      }
      const invite = await hostClient.send('post', `/api/v1/platforms/${other.slug}/invitations`, {
        email: 'x@example.org',
        locale: 'en',
        groupId: group.id,
      });
      expect(invite.status).toBe(403);
      const rows = await hub.database.query<{ state: string }[]>(
        'select state from memberships where platform_id = $1 order by state',
        [other.id],
      );
      expect(rows.map(({ state }) => state)).toEqual(['asked', 'member']);
    });

    it('an organiser of another partnership cannot manage, the own one can', async () => {
      const own = await aPerson(hub);
      await giveGrant(hub, own.id, 'organiser', platform.partnershipId);
      const foreign = await aPerson(hub);
      await giveGrant(hub, foreign.id, 'organiser', (await aPartnership(hub)).id);
      expect((await (await TestClient.as(hub, own)).get(pages('/manage'))).status).toBe(200);
      expect((await (await TestClient.as(hub, foreign)).get(pages('/manage'))).status).toBe(403);
    });

    it('somebody who lost her seat loses her open sockets', async () => {
      const member = await aMember(hub, platform);
      const client = await TestClient.as(hub, member);
      const socket = await openSocket(hub, client);
      const gone = new Promise((resolve) => socket.once('disconnect', resolve));
      await hostClient.submit(pages(`/members/${member.membershipId}/remove`), { reason: 'Moved away.' });
      await gone;
      expect(await membershipOf(member)).toBe(member.membershipId);
    });

    it('another site cannot make a host appoint somebody', async () => {
      const member = await aMember(hub, platform);
      const answer = await hostClient.agent
        .post(pages(`/members/${member.membershipId}/appoint`))
        .type('form')
        .set('Origin', 'https://evil.example')
        .redirects(0)
        .send({});
      expect(answer.status).toBe(403);
      expect(await places(member)).toEqual(['member partnership', 'member platform']);
    });
  });
});
