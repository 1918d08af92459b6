import { describeJourneys, violationsOf } from '../support/browser';
import type { TestHub } from '../support/hub';
import { FIRST, PATIENCE, aWalk, overflowsAt } from './walking';

/** By every rule, also on a phone in the dark; `accessibility-words` walks the other languages. */
describeJourneys('Every page', () => {
  const { walked, walk } = aWalk();

  it('is on the list', () => {
    const routes = pageRoutes(walked.hub);
    const paths = walked.all.map(({ path }) => `/sl${path.split('?')[0]}`);
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter((route) => !paths.some((path) => route.test(path)))).toEqual([]);
  });

  it(
    `breaks no rule at a desk, nor on a phone in the dark, and fits it, in ${FIRST}`,
    async () => {
      const faults = await walk(FIRST, async (page) => {
        const desk = await violationsOf(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const narrow = [...(await overflowsAt(page, 320)), ...(await overflowsAt(page, 360))];
        const phone = await violationsOf(page);
        return [...desk, ...narrow, ...phone.map((fault) => `dark, on a phone: ${fault}`)];
      });
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Addresses that hand out files, and parts of pages. */
const FILES = new RegExp(
  [
    ...[
      String.raw`\.(csv|json|jsonld|ttl|xlsx|atom|bib|ris)$`,
      '/exchange/(:format|memory|termbase)$',
      '/:slug/export$',
    ],
    ...['/editions/:handbook/:language/:number/:format$', '/edit/archive/:id$', '/data/:file$', '/:id/part$'],
  ].join('|'),
);

/** What the addresses of all pages look like. */
function pageRoutes(hub: TestHub): RegExp[] {
  const { router } = hub.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack
    .flatMap(({ route }) => (route?.methods['get'] && route.path.startsWith('/:locale') ? [route.path] : []))
    .filter((path) => !FILES.test(path))
    .map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace(/\*\w+/g, '.+')}$`));
}
