import { createHash } from 'node:crypto';
import type { HubAddress } from './hub-address';

const PLAIN = /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9_-])?$/i;
/** Names that Windows keeps for itself, whatever follows the point. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const ENDINGS: Record<string, string> = {
  'application/epub+zip': 'epub',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/zip': 'zip',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
};

/**
 * Names of files that can be written on every system, never outside their folder, and never the same as another one
 * for systems to which large and small letters are the same.
 */
export class FileNames {
  /** Files and the folders that they need, in small letters. */
  private readonly taken = new Map<string, 'file' | 'folder'>();

  /** Of a page: a folder, so that its address needs no ending. */
  page(address: HubAddress): string {
    const size = toldApart(address);
    return this.free([...foldersOf(address), ...(size ? [size] : [])], 'index.html');
  }

  /** @param filename what the hub calls it, if it has a name */
  file(address: HubAddress, type: string, filename?: string): string {
    const folders = foldersOf(address);
    const last = folders.pop() ?? 'file';
    const ending = ENDINGS[type] ?? 'bin';
    const named = safe(filename ?? last);
    const [, stem, own] = /^(.+)\.([a-z0-9]{2,5})$/i.exec(named) ?? [undefined, named, ending];
    const size = toldApart(address);
    return this.free(folders, `${stem}${size ? `-${size}` : ''}.${own}`);
  }

  private free(folders: readonly string[], file: string): string {
    const [stem, ending] = [file.slice(0, file.lastIndexOf('.')), file.slice(file.lastIndexOf('.'))];
    for (let more = 1; ; more += 1) {
      const name = [...folders, more === 1 ? file : `${stem}-${more}${ending}`].join('/');
      if (this.claim(name)) return name;
    }
  }

  private claim(name: string): boolean {
    const parts = name.toLowerCase().split('/');
    const folders = parts.slice(1).map((_, count) => parts.slice(0, count + 1).join('/'));
    if (this.taken.has(name.toLowerCase()) || folders.some((each) => this.taken.get(each) === 'file'))
      return false;
    this.taken.set(name.toLowerCase(), 'file');
    for (const folder of folders) this.taken.set(folder, 'folder');
    return true;
  }
}

const foldersOf = ({ locale, path }: HubAddress): string[] => [
  ...(locale ? [locale] : []),
  ...path.split('/').filter(Boolean).map(safe),
];

/** `page-2` */
const toldApart = ({ query }: HubAddress): string | undefined =>
  /^\?(\w+=\d+)$/.exec(query)?.[1]!.replace('=', '-');

function safe(part: string): string {
  if (PLAIN.test(part) && !RESERVED.test(part) && !part.includes('..')) return part;
  const plain = part
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain}_${createHash('sha256').update(part).digest('hex').slice(0, 8)}`;
}
