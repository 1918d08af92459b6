import { type DefaultTreeAdapterMap, parse, parseFragment, serialize } from 'parse5';

export type Tree = DefaultTreeAdapterMap['document'];
export type TreeNode = DefaultTreeAdapterMap['childNode'];
export type TreeElement = DefaultTreeAdapterMap['element'];
type Parent = DefaultTreeAdapterMap['parentNode'];

export const read = (html: Buffer | string): Tree => parse(html.toString());
export const write = (tree: Tree): string => serialize(tree);

export const isElement = (node: TreeNode): node is TreeElement => 'tagName' in node;

/** In the order of reading, those inside after those around. */
export function* elements(parent: Parent): Generator<TreeElement> {
  for (const node of [...parent.childNodes]) {
    if (!isElement(node)) continue;
    yield node;
    yield* elements(node);
  }
}

export const find = (parent: Parent, matches: (element: TreeElement) => boolean): TreeElement | undefined => {
  for (const element of elements(parent)) if (matches(element)) return element;
  return undefined;
};

export const attribute = ({ attrs }: TreeElement, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

/** @param value undefined: without it */
export function setAttribute(element: TreeElement, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((each) => each.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

export const hasClass = (element: TreeElement, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

export const is = (element: TreeElement, ...names: string[]): boolean => names.includes(element.tagName);

export function parentOf({ parentNode }: TreeElement): TreeElement | undefined {
  return parentNode && 'tagName' in parentNode ? parentNode : undefined;
}

export function remove(node: TreeNode): void {
  const { parentNode } = node;
  if (parentNode) parentNode.childNodes = parentNode.childNodes.filter((each) => each !== node);
}

/** Its words stay where it was. */
export function toWords(element: TreeElement): void {
  element.tagName = 'span';
  element.nodeName = 'span';
  element.attrs = element.attrs.filter(({ name }) => name === 'lang');
}

/** What an element holds instead of what it held. @param html written by us */
export function fill(element: TreeElement, html: string): void {
  element.childNodes = parseFragment(html).childNodes;
  for (const child of element.childNodes) child.parentNode = element;
}

/** @param html written by us */
export function putFirst(parent: TreeElement, html: string): void {
  const nodes = parseFragment(html).childNodes;
  for (const node of nodes) node.parentNode = parent;
  parent.childNodes = [...nodes, ...parent.childNodes];
}

export function textOf(node: Parent | TreeNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Markup of one element with what it holds. */
export function outer(element: TreeElement): string {
  const around = parseFragment('');
  around.childNodes = [element];
  return serialize(around);
}
