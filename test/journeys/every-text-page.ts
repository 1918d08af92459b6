import { asDemo } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

/** Pages that are about all kinds of texts: searching them, translating them, the words that they use. */
export async function textPages(hub: TestHub): Promise<Stop[]> {
  const [post] = await hub.database.query<[{ id: string }]>(
    `select id from posts where locale = 'sl' and withdrawn_at is null order by published_at limit 1`,
  );
  const [thread] = await hub.database.query<[{ id: string }]>(
    `select id from threads where locale = 'it' order by opened_at limit 1`,
  );
  const [term] = await hub.database.query<[{ id: string }]>(
    `select term.id from concept_terms term join concepts concept on concept.id = term.concept_id
     where concept.slug = 'social-enterprise' and term.locale = 'it'`,
  );
  const concept = '/glossary/social-enterprise';
  const desk = `/translations/post/${post.id}/it`;
  return [
    { name: 'search', path: '/search' },
    { name: 'search, found', path: '/search?q=zadruga' },
    { name: 'search, nothing found', path: '/search?q=xyzzy' },
    { name: 'search, not understood', path: '/search?q=%22-%22' },
    { name: 'glossary', path: '/glossary' },
    { name: 'glossary, searched', path: '/glossary?q=zadruge' },
    { name: 'concept', path: concept },
    { name: 'text beside its original', path: `/texts/thread/${thread.id}?language=sl` },
    ...[
      { name: 'concept, new', path: '/glossary/new' },
      { name: 'concept, edit', path: `${concept}/edit` },
      { name: 'term, new', path: `${concept}/terms/new` },
      { name: 'term, edit', path: `${concept}/terms/${term.id}` },
      { name: 'note on a country, new', path: `${concept}/countries/new` },
      { name: 'note on a country, edit', path: `${concept}/countries/SI` },
      { name: 'desk of a translator', path: desk },
      { name: 'history of a translation', path: `${desk}/history` },
      { name: 'worklist', path: '/translations' },
      { name: 'coverage', path: '/partnerships/coop/coverage' },
      { name: 'own reports and proposals', path: '/wording' },
      { name: 'exchange', path: '/translations/exchange' },
      { name: 'machine translation', path: '/machine-translation' },
      { name: 'exchange, looked at', path: await importPath(hub, post.id) },
    ].map((stop) => ({ as: 'admin', ...stop })),
  ];
}

/** A file that a translator has brought, looked at but not yet taken in. */
async function importPath(hub: TestHub, postId: string): Promise<string> {
  const client = await asDemo(hub, 'admin');
  const file = await client.agent
    .get(`/api/v1/translations/exchange/xliff2?text=post.${postId}&from=sl&to=it`)
    .buffer(true)
    .parse(asText as never);
  const { body } = await client.agent
    .post('/api/v1/translations/exchange/imports?name=work.xlf')
    .type('application/octet-stream')
    .send(file.body as string);
  return `/translations/exchange/imports/${(body as { id: string }).id}/preview`;
}

/** Whatever its type, as it is. */
function asText(answer: NodeJS.ReadableStream, done: (error: null, text: string) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks).toString()));
}
