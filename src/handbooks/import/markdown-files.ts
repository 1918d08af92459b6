import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { badFile } from '../../files/intake/bad-file';
import { readDirectory, unpack } from '../../files/intake/zip-directory';
import { CHAPTER_LIMIT } from '../chapter.entity';

const MOST_FILES = 500;
/** Four bytes a character at most, and what stands above the text. */
const MOST_BYTES = 4 * CHAPTER_LIMIT + 8192;
/** What systems and editors leave behind. */
const LEFT_BEHIND = /(^|\/)(\.|__MACOSX\/)/;

/** Markdown files by their path in a ZIP file; `null` for one that is no text. Other files are passed over. */
export async function markdownIn(path: string, size: number): Promise<Map<string, string | null>> {
  const file = await open(path);
  try {
    const entries = (await readDirectory(file, size)).filter(
      ({ name }) => /\.(md|markdown)$/i.test(name) && !LEFT_BEHIND.test(name),
    );
    if (entries.length === 0) throw badFile('handbooks:import.problem.no_markdown');
    if (entries.length > MOST_FILES || entries.some(({ unpacked }) => unpacked > MOST_BYTES))
      throw badFile('handbooks:import.problem.too_much', { files: MOST_FILES });
    const texts = new Map<string, string | null>();
    for (const entry of entries) {
      const chunks: Buffer[] = [];
      await unpack(file, entry, (chunk) => chunks.push(Buffer.from(chunk)));
      const bytes = Buffer.concat(chunks);
      texts.set(entry.name, isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : null);
    }
    return withoutTopFolder(texts);
  } finally {
    await file.close();
  }
}

/** A folder that was packed as a whole has its name before every path. */
function withoutTopFolder(texts: Map<string, string | null>): Map<string, string | null> {
  const tops = new Set([...texts.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size > 1 || top === '') return texts;
  return new Map([...texts].map(([name, text]) => [name.slice(top.length), text]));
}
