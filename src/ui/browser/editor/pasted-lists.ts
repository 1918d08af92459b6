const OF_LIST = /mso-list:\s*(l\d+)\s+level(\d+)/i;
/** A number or a letter with a dot or a bracket. */
const NUMBERED = /^[\s\u00a0]*\(?(?:\d+|[a-z]{1,4})[.)]/i;
const MARKER = 'span[data-style*="mso-list:Ignore" i], span[data-style*="mso-list: Ignore" i]';

/** Word writes lists as paragraphs that say which list and which level they are of. */
export function gatherLists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll<HTMLElement>('p[data-style*="mso-list" i]')]) {
    if (!first.isConnected || levelOf(first) === undefined) continue;
    const items: HTMLElement[] = [];
    for (let next: Element | null = first; next instanceof HTMLElement && levelOf(next) !== undefined;) {
      items.push(next);
      next = next.nextElementSibling;
    }
    const place = first.ownerDocument.createComment('');
    first.before(place);
    place.replaceWith(...listsOf(items));
    for (const item of items) item.remove();
  }
}

const levelOf = (node: HTMLElement): number | undefined => {
  const level = node.tagName === 'P' ? OF_LIST.exec(node.dataset['style'] ?? '')?.[2] : undefined;
  return level === undefined ? undefined : Number(level);
};

/** The items of one level are one list; deeper ones stand in the item before them. */
function listsOf(items: HTMLElement[]): HTMLElement[] {
  const outermost: HTMLElement[] = [];
  const open: { level: number; list: HTMLElement }[] = [];
  for (const item of items) {
    const level = levelOf(item)!;
    const tag = kindOf(item);
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const current = open.at(-1);
    if (current?.level === level && current.list.localName !== tag && open.length === 1) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = item.ownerDocument.createElement(tag);
      (open.at(-1)?.list.lastElementChild ?? { append: (made: HTMLElement) => outermost.push(made) }).append(
        list,
      );
      open.push({ level, list });
    }
    open.at(-1)!.list.append(itemOf(item));
  }
  return outermost;
}

function kindOf(item: HTMLElement): 'ol' | 'ul' {
  const marker = item.querySelector(MARKER);
  // "o" is how Word draws a hollow bullet.
  return marker && NUMBERED.test(marker.textContent) ? 'ol' : 'ul';
}

function itemOf(paragraph: HTMLElement): HTMLElement {
  const item = paragraph.ownerDocument.createElement('li');
  for (const marker of paragraph.querySelectorAll(MARKER)) marker.remove();
  const words = paragraph.ownerDocument.createElement('p');
  words.append(...paragraph.childNodes);
  item.append(words);
  return item;
}
