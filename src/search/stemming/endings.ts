/** A rule of a language: what a word may be without this ending, or nothing when it cannot have it. */
export interface Endings {
  /** Letters that must remain. */
  least: number;
  endings: readonly string[];
}

/** The word without each of the endings that it has: several, because one form alone seldom tells which one it is. */
export function without(word: string, { least, endings }: Endings): string[] {
  return endings
    .filter((ending) => word.length - ending.length >= least && word.endsWith(ending))
    .map((ending) => word.slice(0, word.length - ending.length));
}

/** `'bok: bok böcker'` per line: the forms that follow no rule, by form. A form may belong to several words. */
export function irregular(table: string): Map<string, string[]> {
  const lemmas = new Map<string, string[]>();
  for (const line of table.trim().split('\n')) {
    const [lemma = '', forms = ''] = line.split(':').map((part) => part.trim());
    for (const form of [lemma, ...forms.split(/\s+/)]) lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  }
  return lemmas;
}
