/** Keeps what is typed in a chapter, and says who else is writing. Everything works without it too. */
const form = document.getElementById('chapter') as HTMLFormElement | null;
const node = document.getElementById('writing-data');
const words = JSON.parse(node?.dataset['words'] ?? '{}') as Record<'kept' | 'failed' | 'others', string>;
const api = node?.dataset['api'] ?? '';

/** Milliseconds without a key after which it is kept, and between two times at least while somebody goes on typing. */
const CALM = 1500;
const LONGEST = 10_000;
/** How often it is said that somebody is still here; the hub forgets her after a minute. */
const HERE = 20_000;
/** More than this the browser does not send for a page that is closed. */
const LAST_WORDS = 60_000;

interface Answer {
  others: { name: string }[];
}

let kept = '';
let waiting: number | undefined;
let since = 0;
let over = false;

const value = (name: string): string =>
  (form?.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null)?.value ?? '';

const typed = (): string =>
  JSON.stringify({
    ...{ title: value('title'), lead: value('lead'), body: value('body') },
    revision: Number(value('revision')),
  });

function tell(text: string): void {
  const place = form?.querySelector('[data-kept]');
  if (place && place.textContent !== text) place.textContent = text;
}

function show({ others }: Answer): void {
  const notice = document.getElementById('writers');
  const place = notice?.querySelector('[data-writers]');
  if (!notice || !place) return;
  place.textContent = words.others.replace('%', others.map(({ name }) => name).join(', '));
  notice.hidden = others.length === 0;
}

const ask = (method: string, path: string, body?: string, keepalive = false): Promise<Response> =>
  fetch(`${api}/${path}`, {
    ...{ method, keepalive },
    ...(body && { headers: { 'Content-Type': 'application/json' }, body }),
  });

async function keep(closing = false): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  const text = typed();
  if (over || text === kept) return;
  since = Date.now();
  try {
    const answer = await ask('PUT', 'draft', text, closing && text.length < LAST_WORDS);
    if (!answer.ok) throw new Error(String(answer.status));
    kept = text;
    tell(words.kept);
    show((await answer.json()) as Answer);
  } catch {
    tell(words.failed);
    again();
  }
}

function again(): void {
  clearTimeout(waiting);
  if (since === 0) since = Date.now();
  const pause = Math.max(0, Math.min(CALM, since + LONGEST - Date.now()));
  waiting = window.setTimeout(() => void keep(), pause || CALM);
}

async function here(): Promise<void> {
  if (over || document.visibilityState === 'hidden') return;
  try {
    const answer = await ask('POST', 'writing');
    if (answer.ok) show((await answer.json()) as Answer);
  } catch {
    // Whoever is away from the network hears of others when she is back.
  }
}

if (form && node) {
  kept = typed();
  form.addEventListener('input', again);
  form.addEventListener('submit', () => {
    over = true;
    clearTimeout(waiting);
  });
  window.addEventListener('pagehide', () => void keep(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keep(true);
    else void here();
  });
  window.setInterval(() => void here(), HERE);
}
