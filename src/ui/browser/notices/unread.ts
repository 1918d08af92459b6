/** How many notices wait, in the head of the page: counted anew when there are news, or when one comes back to it. */
const mark = document.querySelector<HTMLElement>('[data-unread]');

/** Milliseconds; nobody reads faster than that. */
const PAUSE = 3000;
let counted = Date.now();

interface Count {
  unread: number;
  words: string;
}

export async function countUnread(): Promise<void> {
  if (!mark) return;
  counted = Date.now();
  const answer = await fetch(`/api/v1/notifications/unread?locale=${document.documentElement.lang}`).catch(
    () => undefined,
  );
  if (!answer?.ok) return;
  const { unread, words } = (await answer.json()) as Count;
  mark.hidden = unread === 0;
  mark.children[0]!.textContent = unread > 99 ? '99+' : String(unread);
  mark.children[1]!.textContent = words;
}

export function countOnReturn(): void {
  const again = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - counted > PAUSE) void countUnread();
  };
  document.addEventListener('visibilitychange', again);
  window.addEventListener('pageshow', ({ persisted }) => void (persisted && countUnread()));
}
