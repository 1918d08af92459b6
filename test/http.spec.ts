import { TestClient } from './support/client';
import { startHub, type TestHub } from './support/hub';

describe('The doors of the hub', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(() => {
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  it('is alive and ready', async () => {
    expect((await visitor.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('leads an address without a language to the language that the browser asks for', async () => {
    const answer = await visitor.get('/rooms?page=2', { 'Accept-Language': 'de, sl;q=0.8, it;q=0.5' });
    expect(answer.status).toBe(302);
    expect(answer.headers['location']).toBe('/sl/rooms?page=2');
  });

  it('answers an unknown page with a page, in the language of the address', async () => {
    const answer = await visitor.get('/sv/finns-inte');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('<html lang="sv"');
  });

  it('answers an unknown API address with a problem', async () => {
    const answer = await visitor.get('/api/v1/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
  });
});
