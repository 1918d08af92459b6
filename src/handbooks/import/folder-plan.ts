import { z } from 'zod';
import { parseDocument } from '../../core/documents/parse';
import { Invalid } from '../../core/errors/refusal';
import { invalid } from '../../core/http/issues';
import { line, prose } from '../../core/http/text.schema';
import type { Key, Values } from '../../core/i18n/keys';
import { CHAPTER_LIMIT, DEEPEST_CHAPTER } from '../chapter.entity';
import { readFront } from './front-matter';
import { linksIn } from './links';

/** What one file becomes. */
export interface PlannedChapter {
  file: string;
  depth: number;
  title: string;
  lead: string | null;
  numbered: boolean;
  /** The address that it had where it was taken from, which others may refer to. */
  slug: string | undefined;
  body: string | null;
  children: PlannedChapter[];
}

export interface FolderProblem {
  file: string;
  line: number | null;
  key: Key;
  values?: Values;
}

export interface FolderPlan {
  chapters: PlannedChapter[];
  /** Nothing is made as long as there is one. */
  faults: FolderProblem[];
  /** What will stand as mere words. */
  losses: FolderProblem[];
}

const INDEX = /^(index|readme)\.(md|markdown)$/i;
const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const text = z.object({
  title: line(160),
  lead: prose(400, 0),
  body: prose(CHAPTER_LIMIT, 0),
});

/** What a folder of Markdown would become: folders are parts and chapters, their `index.md` what they say. */
export function planOf(files: ReadonlyMap<string, string | null>): FolderPlan {
  const faults: FolderProblem[] = [];
  const losses: FolderProblem[] = [];
  const folder = (path: string, depth: number): PlannedChapter[] => {
    const inside = [...files.keys()]
      .filter((name) => name.startsWith(path))
      .map((name) => name.slice(path.length));
    const names = [...new Set(inside.map((name) => name.replace(/\/.*/s, '/')))];
    return names
      .filter((name) => depth === 1 || !INDEX.test(name))
      .sort((a, b) => Number(INDEX.test(b)) - Number(INDEX.test(a)) || inOrder.compare(a, b))
      .map((name) => chapter(path + name, depth));
  };
  const chapter = (path: string, depth: number): PlannedChapter => {
    const isFolder = path.endsWith('/');
    const file = isFolder ? ([...files.keys()].find((name) => isIndexOf(name, path)) ?? path) : path;
    if (depth > DEEPEST_CHAPTER) faults.push({ file: path, line: null, key: 'handbooks:refusal.too_deep' });
    const source = files.get(file);
    if (source === null) faults.push({ file, line: null, key: 'handbooks:import.problem.not_utf8' });
    const { facts, body, above } = readFront(source ?? '');
    for (const { at, key, of } of linksIn(body, file, files))
      losses.push({ file, line: above + lineAt(body, at), key, values: { address: of } });
    const said = {
      title: facts.get('title') ?? nameOf(path),
      lead: facts.get('lead') ?? '',
      body: body.trim(),
    };
    const read = reads(said, (key, values) => faults.push({ file, line: null, key, values }));
    return {
      ...{ file, depth, title: read.title, lead: read.lead || null, body: read.body || null },
      ...{ numbered: facts.get('numbered') !== 'false', slug: facts.get('slug') },
      children: isFolder && depth <= DEEPEST_CHAPTER ? folder(path, depth + 1) : [],
    };
  };
  return { chapters: folder('', 1), faults, losses };
}

const isIndexOf = (name: string, folder: string): boolean =>
  name.startsWith(folder) && INDEX.test(name.slice(folder.length));

const lineAt = (body: string, at: number): number => body.slice(0, at).split('\n').length;

/** `02-javno-narocanje.md` → Javno narocanje */
function nameOf(path: string): string {
  const name = path
    .replace(/\/$/, '')
    .replace(/.*\//s, '')
    .replace(/\.(md|markdown)$/i, '');
  const words =
    name
      .replace(/^\d+[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** As it would be kept; what cannot stand is told. */
function reads(said: z.input<typeof text>, tell: (key: Key, values: Values) => void): z.output<typeof text> {
  const read = text.safeParse(said);
  try {
    if (!read.success) throw invalid(read.error.issues);
    parseDocument(read.data.body);
    return read.data;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    for (const { key, values } of error.fields) tell(key, values ?? {});
    return said;
  }
}
