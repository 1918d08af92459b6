type Rule = (word: string, locale: string) => string[];

/** Of one rule. The words of a language are few, and most of them are said again and again. */
const MOST = 50_000;
/** What nobody writes twice. */
const LONGEST = 60;

/** A rule that thinks once about each word. What it answers is shared: nobody may change it. */
export function remembered(rule: Rule): (word: string, locale: string) => string[] {
  const known = new Map<string, string[]>();
  return (word, locale) => {
    if (word.length > LONGEST) return rule(word, locale);
    const key = `${locale} ${word}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST) known.clear();
    const found = rule(word, locale);
    known.set(key, found);
    return found;
  };
}
