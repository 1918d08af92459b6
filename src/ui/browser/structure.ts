/** Moves chapters by dragging. The buttons and the list of places do the same without it. */
const root = document.getElementById('structure');
const api = root?.dataset['api'] ?? '';

type Where = 'before' | 'after' | 'below';

let dragged: HTMLElement | undefined;
let target: { row: HTMLElement; where: Where } | undefined;

const itemOf = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>('[data-chapter]') : null;

function mark(next: typeof target): void {
  target?.row.removeAttribute('data-drop');
  target = next;
  target?.row.setAttribute('data-drop', target.where);
}

/** The upper third: before; the lower third: after; between them: into it. */
function whereAt(row: HTMLElement, y: number): Where {
  const { top, height } = row.getBoundingClientRect();
  const share = (y - top) / height;
  if (share < 1 / 3) return 'before';
  return share > 2 / 3 ? 'after' : 'below';
}

function over(event: DragEvent): void {
  const item = itemOf(event.target);
  const row = item?.querySelector<HTMLElement>('.structure-row');
  if (!dragged || !item || !row || dragged.contains(item)) {
    mark(undefined);
    return;
  }
  event.preventDefault();
  mark({ row, where: whereAt(row, event.clientY) });
}

async function dropped(event: DragEvent): Promise<void> {
  event.preventDefault();
  const beside = target && itemOf(target.row)?.dataset['chapter'];
  const [slug, where] = [dragged?.dataset['chapter'], target?.where];
  mark(undefined);
  if (!slug || !beside || !where) return;
  const answer = await fetch(`${api}/${slug}/move?locale=${document.documentElement.lang}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [where]: beside }),
  }).catch(() => undefined);
  if (answer?.ok) {
    location.reload();
    return;
  }
  const problem = (await answer?.json().catch(() => undefined)) as { detail?: string } | undefined;
  const place = document.querySelector('[data-told]');
  if (place) place.textContent = problem?.detail ?? root?.dataset['failed'] ?? '';
}

if (root) {
  for (const row of root.querySelectorAll<HTMLElement>('.structure-row')) {
    row.draggable = true;
    row.addEventListener('dragstart', (event) => {
      dragged = itemOf(row) ?? undefined;
      event.dataTransfer?.setData('text/plain', dragged?.dataset['chapter'] ?? '');
    });
    row.addEventListener('dragend', () => {
      dragged = undefined;
      mark(undefined);
    });
  }
  root.addEventListener('dragover', over);
  root.addEventListener('drop', (event) => void dropped(event));
}
