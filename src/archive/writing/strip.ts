import {
  attribute,
  elements,
  hasClass,
  is,
  isElement,
  parentOf,
  remove,
  setAttribute,
  textOf,
  type Tree,
  type TreeElement,
} from './markup-tree';

const LIVING = ['script', 'template', 'noscript', 'form', 'input', 'select', 'textarea', 'button', 'iframe'];
/** Holds nothing once what lived in it is gone. */
const HOLDERS = ['details', 'ul', 'ol', 'form', 'p'];

/** Takes from a page what only a hub that lives can do: scripts, forms, signing in, searching. */
export function strip(tree: Tree): void {
  for (const element of elements(tree)) {
    const away =
      is(element, ...LIVING) ||
      (is(element, 'link') && attribute(element, 'rel') !== 'stylesheet') ||
      (is(element, 'meta') && attribute(element, 'http-equiv') !== undefined) ||
      attribute(element, 'hidden') !== undefined ||
      hasClass(element, 'tools') ||
      isOfTheMoment(element);
    if (away) remove(element);
    else if (is(element, 'img'))
      for (const name of ['srcset', 'sizes']) setAttribute(element, name, undefined);
    else if (is(element, 'time')) nameDay(element);
  }
}

/** Who is in a room now, and who may write in it. */
function isOfTheMoment(element: TreeElement): boolean {
  if (is(element, 'aside') && attribute(element, 'data-slot') === 'table') return true;
  const above = hasClass(element, 'empty') ? parentOf(element) : undefined;
  const around = above && parentOf(above);
  return around !== undefined && hasClass(around, 'live-page');
}

/** Removes what held something that is gone now. */
export function clear(tree: Tree): void {
  for (const element of [...elements(tree)].reverse()) {
    if (!is(element, ...HOLDERS) || attribute(element, 'id') !== undefined) continue;
    const kept = element.childNodes.filter((node) => !(isElement(node) && is(node, 'summary')));
    const pictured = [...elements(element)].some((each) => is(each, 'img', 'svg', 'hr', 'br'));
    if (!pictured && kept.every((node) => textOf(node).trim() === '')) remove(element);
  }
}

/** "Two hours ago" is wrong for ever after: the whole moment stands beside it. */
function nameDay(element: TreeElement): void {
  const whole = attribute(element, 'title');
  const short = textOf(element);
  if (!whole || /^\d{1,2}[.:]\d{2}( [AP]M)?$/i.test(short)) return;
  const [words] = element.childNodes;
  if (words?.nodeName === '#text') (words as { value: string }).value = whole;
}
