import type { Actor, Role } from '../../../src/core/access/actor';
import { Actors } from '../../../src/accounts/actors.service';
import { ANSWER_STATES, type AnswerState } from '../../../src/comparisons/comparison-facts';
import { ComparisonAccess } from '../../../src/comparisons/comparison.access';
import { Answer } from '../../../src/comparisons/answering/answer.entity';
import { answerPolicy, type AnswerAbility } from '../../../src/comparisons/answering/answer.policy';
import type { ComparisonSubject } from '../../../src/comparisons/comparison.policy';
import { aComparison, aCountry, anAnswer, aQuestion, type TestComparison } from '../../factories/comparisons';
import { aPartnership } from '../../factories/partnerships';
import { aPerson, aSession } from '../../factories/people';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

describe('Those who write a comparison', () => {
  let hub: TestHub;
  const client = async (role: Role, placeId: string) =>
    TestClient.as(hub, await aPerson(hub, { grants: [{ role, placeId }] }));

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  describe('and what they say of it', () => {
    let comparison: TestComparison;
    let editor: TestClient;
    let host: TestClient;
    let dimension: string;

    beforeAll(async () => {
      comparison = await aComparison(hub);
      const country = await aCountry(hub, comparison, { code: 'SE' });
      const question = await aQuestion(hub, comparison, 'statement');
      dimension = question.dimension.code.toLowerCase();
      await anAnswer(hub, question, country, { state: 'checked' });
      editor = await client('editor', comparison.partnershipId);
      host = await client('host', country.platform!.id);
    });

    it('write a synthesis of each dimension, and never over each other', async () => {
      const path = `/en/comparisons/${comparison.slug}/edit/syntheses/${dimension}`;
      const words = { alike: '<b>Much</b>', different: '', reasons: '', locale: 'en' };
      expect((await editor.submit(path, { ...words, revision: 0 })).status).toBe(303);
      const late = await editor.submit(path, { ...words, alike: 'Little', revision: 0 });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Little');
      expect(late.text).toContain('&lt;b>Much&lt;/b>');
      const api = `/api/v1/comparisons/${comparison.slug}/syntheses/${dimension}`;
      const written = await editor.send('put', api, { alike: 'Little', locale: 'en', revision: 1 });
      expect(written.body).toEqual({
        alike: 'Little',
        different: null,
        reasons: null,
        locale: 'en',
        revision: 2,
      });
      expect((await editor.send('put', api, { alike: 'x', locale: 'en', revision: 1 })).status).toBe(409);
      expect((await host.get(api)).status).toBe(403);
      expect(
        (await editor.send('put', api, { alike: 'x'.repeat(3001), locale: 'en', revision: 2 })).status,
      ).toBe(422);
    });

    it('leave the profile of a country to its hosts', async () => {
      const api = `/api/v1/comparisons/${comparison.slug}/profiles/se`;
      const written = await host.send('put', api, { strengths: 'Advice.', locale: 'en', revision: 1 });
      expect(written.body).toMatchObject({ strengths: 'Advice.', revision: 2 });
      const other = await aCountry(hub, comparison, { code: 'IT' });
      expect((await host.get(`/api/v1/comparisons/${comparison.slug}/profiles/it`)).status).toBe(403);
      expect((await editor.get(`/en/comparisons/${comparison.slug}/edit/profiles/it`)).status).toBe(200);
      const outsider = await client('member', (await aPartnership(hub)).id);
      expect((await outsider.get(api)).status).toBe(404);
      expect(other.code).toBe('IT');
    });

    it('publish it, and nobody else does', async () => {
      const path = `/en/comparisons/${comparison.slug}/publish`;
      expect((await host.get(path)).status).toBe(403);
      expect((await editor.get(path)).text).toContain('Answers that go out');
      const sent = await editor.submit(path, { note: 'The first.', locale: 'en', baseVersion: 0 });
      expect(sent.headers['location']).toMatch(`/en/comparisons/${comparison.slug}`);
      expect((await editor.submit(path, { note: 'Again.', locale: 'en', baseVersion: 0 }, path)).status).toBe(
        409,
      );
      const again = await editor.send('post', `/api/v1/comparisons/${comparison.slug}/publications`, {
        ...{ locale: 'en', baseVersion: 1 },
      });
      expect(again.body).toEqual({ version: 2 });
    });
  });

  describe('and who may what with an answer', () => {
    type Who =
      'administrator' | 'editor' | 'host' | 'peer' | 'member' | 'colleague' | 'translator' | 'person';
    let actors: Map<Who, Actor>;
    let subject: ComparisonSubject;
    let platformId: string;

    beforeAll(async () => {
      const open = await aComparison(hub);
      const sweden = await aCountry(hub, open, { code: 'SE' });
      const italy = await aCountry(hub, open, { code: 'IT' });
      platformId = sweden.platform!.id;
      const drafted = await aComparison(hub, { partnershipId: open.partnershipId, status: 'draft' });
      const hidden = await aComparison(hub, {
        partnershipId: (await aPartnership(hub, { status: 'draft' })).id,
      });
      for (const comparison of [open, drafted, hidden]) {
        const country = comparison === open ? sweden : await aCountry(hub, comparison, { code: 'SE' });
        const question = await aQuestion(hub, comparison, 'statement');
        for (const [place, state] of ANSWER_STATES.entries())
          for (const told of [0, 1])
            await anAnswer(hub, question, country, {
              ...{ state, period: `${2000 + place * 2 + told}` },
              columns: { published_version: told },
            });
      }
      const grants: Record<Who, { role: Role; placeId: string | null; detail?: string }[]> = {
        administrator: [{ role: 'administrator', placeId: null }],
        editor: [{ role: 'editor', placeId: open.partnershipId }],
        host: [{ role: 'host', placeId: platformId }],
        peer: [{ role: 'host', placeId: italy.platform!.id }],
        member: [{ role: 'member', placeId: platformId }],
        colleague: [{ role: 'member', placeId: open.partnershipId }],
        translator: [{ role: 'translator', placeId: null, detail: 'sl' }],
        person: [],
      };
      actors = new Map();
      for (const [who, own] of Object.entries(grants) as [Who, (typeof grants)[Who]][]) {
        const { id } = await aPerson(hub, { grants: own });
        const actor = await hub.app.get(Actors, { strict: false }).bySession(id, await aSession(hub, id));
        actors.set(who, actor!);
      }
      const platformIds = [platformId, italy.platform!.id];
      subject = {
        status: 'open',
        version: 0,
        partnership: { id: open.partnershipId, status: 'active' },
        platformIds,
      };
    });

    const EVERYBODY: Record<AnswerAbility, Partial<Record<AnswerState, Who[]>>> = {
      edit: { draft: ['administrator', 'host'], commented: ['administrator', 'host'] },
      comment: { commented: ['administrator', 'editor', 'host', 'peer', 'member', 'colleague'] },
      respond: { draft: ['member'], commented: ['member'] },
      present: { draft: ['administrator', 'host'] },
      agree: { draft: ['administrator', 'host'], commented: ['administrator', 'host'] },
      check: { agreed: ['peer'] },
      resume: {
        agreed: ['administrator', 'host'],
        checked: ['administrator', 'host'],
        disputed: ['administrator', 'host'],
        published: ['administrator', 'host'],
      },
      release: { disputed: ['administrator', 'editor'] },
    };

    it('is said in one table, for every role and every station', () => {
      const may = Object.fromEntries(
        Object.keys(EVERYBODY).map((ability) => [
          ability,
          Object.fromEntries(
            ANSWER_STATES.flatMap((state) => {
              const row = { state, platformId, publishedVersion: 0, comparison: subject };
              const who = [...actors].filter(([, actor]) =>
                answerPolicy.may(actor, ability as AnswerAbility, row),
              );
              return who.length > 0 ? [[state, who.map(([name]) => name)]] : [];
            }),
          ),
        ]),
      );
      expect(may).toEqual(EVERYBODY);
    });

    it('reads the same in the policy and in SQL', async () => {
      const access = hub.app.get(ComparisonAccess);
      const admin = actors.get('administrator')!;
      const all = await hub.database.manager.find(Answer);
      const found = new Map<string, ComparisonSubject>();
      for (const { comparisonId } of all)
        if (!found.has(comparisonId)) found.set(comparisonId, await access.toId(admin, 'read', comparisonId));
      for (const [who, actor] of actors) {
        const { where, parameters } = answerPolicy.readable(actor, 'answer');
        const rows = await hub.database
          .createQueryBuilder(Answer, 'answer')
          .innerJoin('comparisons', 'comparison', 'comparison.id = answer.comparisonId')
          .innerJoin('partnerships', 'partnership', 'partnership.id = comparison.partnership_id')
          .where(where, parameters)
          .getMany();
        const read = all.filter((answer) =>
          answerPolicy.may(actor, 'read', { ...answer, comparison: found.get(answer.comparisonId)! }),
        );
        const ids = (answers: Answer[]) => answers.map(({ id }) => id).sort();
        expect({ who, ids: ids(rows) }).toEqual({ who, ids: ids(read) });
      }
    });
  });
});
