/** Finds the parts that the server has named. */
export function slot<Kind extends HTMLElement = HTMLElement>(
  name: string,
  within: ParentNode = document,
): Kind | null {
  return within.querySelector<Kind>(`[data-slot="${name}"]`);
}

/** The part of a page that must be there for the script to make sense. */
export function part<Kind extends HTMLElement = HTMLElement>(
  name: string,
  within: ParentNode = document,
): Kind {
  const found = slot<Kind>(name, within);
  if (!found) throw new Error(`The page has no ${name}`);
  return found;
}

export function copyOf(template: string): HTMLElement {
  const { content } = document.getElementById(template) as HTMLTemplateElement;
  return document.importNode(content, true).firstElementChild as HTMLElement;
}

/** Two letters for a seat: »Članica platforme« → ČP. The same as on the server. */
export function initials(name: string): string {
  const words = name.split(/[\s,.–-]+/).filter((word) => /\p{L}/u.test(word));
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => [...word!][0])
      : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
