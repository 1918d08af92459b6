import { counted, data } from './data';
import type { Log } from './log';
import { focusOn } from './scrolling';
import { part } from './slots';
import { readPage } from './wire';

const WAYS = '[data-slot="earlier"], [data-slot="later"]';

/** Earlier and later posts come into the page, instead of another page in its place. */
export function turnPagesInPlace(
  log: Log,
  arrived: (article: HTMLElement) => void,
  say: (words: string) => void,
): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    const way = link?.closest<HTMLElement>(WAYS);
    if (!link || !way || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    load(log, link.href, way.dataset['slot'] === 'earlier').then(
      (posts) => {
        posts.forEach(arrived);
        say(counted(data.words.loaded, posts.length));
      },
      () => location.assign(link.href),
    );
  });
}

async function load(log: Log, address: string, earlier: boolean): Promise<HTMLElement[]> {
  const page = await readPage(address);
  const found = [...part('log', page).children].filter((each) => !each.matches('.unread')) as HTMLElement[];
  const posts = found.filter((each) => each.matches('.post'));
  log.quietly(() => {
    if (earlier) insertBefore(log, found, page);
    else insertAfter(log, found, page);
  });
  const nearest = earlier ? posts.at(-1) : posts[0];
  if (nearest) focusOn(nearest);
  return posts;
}

/** History goes outside the live region, and what was being read stays where it is. */
function insertBefore(log: Log, found: HTMLElement[], page: Document): void {
  const first = (log.history.firstElementChild ?? log.log.firstElementChild) as HTMLElement | null;
  const anchor = document.querySelector<HTMLElement>('.post')!;
  const top = anchor.getBoundingClientRect().top;
  if (first?.dataset['dayLine'] && first.dataset['dayLine'] === found.at(-1)?.dataset['day']) first.remove();
  log.history.prepend(...found);
  log.takeLinks(page, ['earlier']);
  scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
}

function insertAfter(log: Log, found: HTMLElement[], page: Document): void {
  const last = log.log.querySelector<HTMLElement>('.post:last-of-type');
  if (found[0]?.dataset['dayLine'] && found[0].dataset['dayLine'] === last?.dataset['day']) found.shift();
  log.log.append(...found);
  log.takeLinks(page, ['later']);
}
