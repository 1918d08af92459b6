import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of words with a fifth language, as an operator would make it: English copied and, here, marked instead
 * of translated. The hub reads its words when it is loaded, so this must be imported before anything of it.
 */
export const FOLDER = mkdtempSync(join(tmpdir(), 'polylog-locales-'));

type Tree = { [name: string]: string | Tree };

const marked = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, words]) => [
      name,
      typeof words === 'string' ? `${words} [de]` : marked(words),
    ]),
  );

export function change(file: string, how: (tree: Tree) => Tree): void {
  const path = join(FOLDER, 'de', file);
  writeFileSync(path, JSON.stringify(how(JSON.parse(readFileSync(path, 'utf8')) as Tree)));
}

cpSync('locales', FOLDER, { recursive: true });
cpSync('locales/en', join(FOLDER, 'de'), { recursive: true });
for (const file of readdirSync(join(FOLDER, 'de'), { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.json')) change(file, marked);
change('ui.json', (ui) => ({ ...ui, in: { ...(ui['in'] as Tree), de: 'auf Deutsch' } }));
writeFileSync(join(FOLDER, 'de', 'language.json'), '{ "name": "Deutsch" }');
process.env['LOCALES_DIR'] = FOLDER;

export const removeGerman = (): void => rmSync(FOLDER, { recursive: true, force: true });
