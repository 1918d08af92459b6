import naughty from 'big-list-of-naughty-strings';

/** What breaks Markdown, Unicode, HTML or addresses in particular. */
const SPECIAL = [
  'NUL \u0000 in the middle',
  'a lone \ud800 surrogate',
  '\u202Eright to left override\u202C',
  `a${'\u0301'.repeat(2000)}`,
  '<img src=x onerror="document.title=\'hacked\'">',
  '"><script>document.title="hacked"</script>',
  '{{constructor.constructor("return 1")()}}',
  "'; drop table people; --",
  '['.repeat(1000),
  '*a '.repeat(1000),
  '`'.repeat(1000),
  `${'> '.repeat(200)}deep`,
  '[a](<javascript:alert(1)>)',
  '[^1]\n\n[^1]: '.repeat(100),
  '../../../etc/passwd',
  '%00%0d%0aSet-Cookie: x=y',
  'x'.repeat(30_000),
];

/** Texts that have broken programs before. */
export const HOSTILE: string[] = [...naughty, ...SPECIAL];

const ROUNDS = 5;

/** Forms full of hostile texts: in each round every field gets another one, so that few requests try them all. */
export function dealt(names: string[]): Record<string, string>[] {
  return Array.from({ length: ROUNDS }, (_, round) =>
    Object.fromEntries(
      names.map((name, index) => {
        const special = HOSTILE.length - 1 - ((index * ROUNDS + round) % SPECIAL.length);
        const common = (index * 97 + round * 31) % HOSTILE.length;
        return [name, HOSTILE[round % 2 === 0 ? special : common]!];
      }),
    ),
  );
}
