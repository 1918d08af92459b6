/** Follows work that the hub does in the background; without this script people load the page again. */
const PACE = 1000;

interface Answer {
  files: { format: string; state: string; done: number }[];
}

const list = document.querySelector<HTMLElement>('[data-progress]');
const format = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });

function draw(item: HTMLElement, done: number): void {
  item.querySelector('.progress .done')?.setAttribute('width', `${Math.round(done * 1000) / 10}%`);
  const words = item.querySelector('[data-words]');
  if (words) words.textContent = words.textContent.replace(/\d+\s?%/, format.format(done));
}

async function look(): Promise<void> {
  const answer = await fetch(list!.dataset['progress']!, { headers: { accept: 'application/json' } });
  if (!answer.ok) return;
  const { files } = (await answer.json()) as Answer;
  for (const { format: name, state, done } of files) {
    const item = list!.querySelector<HTMLElement>(`[data-format="${name}"]`);
    if (!item?.querySelector('[data-working]')) continue;
    // What has come to an end is drawn by the hub, with its link; so is the first word about how far it is.
    const told = /\d/.test(item.querySelector('[data-words]')?.textContent ?? '');
    if (state === 'ready' || state === 'failed' || (state === 'building' && !told)) location.reload();
    else draw(item, done);
  }
}

if (list?.querySelector('[data-working]'))
  setInterval(() => {
    if (document.visibilityState === 'visible') void look().catch(() => undefined);
  }, PACE);
