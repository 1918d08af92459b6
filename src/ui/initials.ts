/** Two letters for a seat at the table: »Članica NPD« → ČN. */
export function initials(name: string): string {
  const words = name.split(/[\s,.()–-]+/).filter((word) => /\p{L}/u.test(word));
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => [...word!][0])
      : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
