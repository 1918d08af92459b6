/** What the server says of the page to its script. */
const node = document.getElementById('desk-data');

export const form = document.getElementById('desk') as HTMLFormElement | null;

export const data = {
  api: node?.dataset['api'] ?? '',
  locale: node?.dataset['locale'] ?? 'en',
  from: node?.dataset['from'] ?? '',
  to: node?.dataset['to'] ?? '',
};

export const words = JSON.parse(node?.dataset['words'] ?? '{}') as Record<string, string>;

/** Says quietly, in one place, how it stands with what is typed. */
export function tell(text: string): void {
  const place = document.querySelector('[data-kept]');
  if (place && place.textContent !== text) place.textContent = text;
}

export async function ask(method: string, path: string, body: object, keepalive = false): Promise<Response> {
  return fetch(`${path}?locale=${data.locale}`, {
    ...{ method, keepalive },
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Calls it when nothing has happened for a while. */
export function calmed(pause: number, act: () => void): { again(): void; now(): void } {
  let waiting: number | undefined;
  const now = () => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    act();
  };
  const again = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(now, pause);
  };
  return { again, now };
}
