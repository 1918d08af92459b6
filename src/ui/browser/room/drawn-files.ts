import { data } from './data';
import { part } from './slots';
import type { Post, PostFile } from './wire';

const numbers = new Intl.NumberFormat(data.region, { maximumFractionDigits: 2 });

/** What a file weighs, as the server writes it. */
export function weightOf(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${numbers.format(Math.round(bytes / 1000))}\u00a0kB`;
  return `${numbers.format(Math.round(bytes / 100_000) / 10)}\u00a0MB`;
}

/** The files of a post as the server would have drawn them. */
export function drawFiles(article: HTMLElement, { files, withdrawnAt }: Post): void {
  const list = part('files', article);
  if (withdrawnAt || files.length === 0) return list.remove();
  list.replaceChildren(...files.map(drawFile));
}

/** Files of a post that is under way: as long as it is, only their names. */
export function drawNames(list: HTMLElement, names: string[]): void {
  if (names.length === 0) return list.remove();
  list.replaceChildren(
    ...names.map((name) => {
      const item = document.createElement('li');
      item.textContent = name;
      return item;
    }),
  );
}

function drawFile(file: PostFile): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/files/${file.id}`;
  item.append(link);
  if (file.width === null) {
    link.download = '';
    link.textContent = file.name;
    const facts = document.createElement('span');
    facts.className = 'small soft';
    facts.textContent = `${endingOf(file.name)}, ${weightOf(file.size)}`;
    item.append(' ', facts);
  } else link.append(drawImage(file));
  return item;
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase();

function drawImage({ id, name, width, height, alt, locale }: PostFile): HTMLImageElement {
  const image = document.createElement('img');
  image.src = `/files/${id}?width=640`;
  image.setAttribute('width', String(width));
  image.setAttribute('height', String(height));
  image.alt = alt ?? name;
  if (alt !== null) image.lang = locale;
  image.loading = 'lazy';
  return image;
}
