import type { HubAddress } from './hub-address';

/** Subjects whose further pages belong to them: members, coverage, chapters. Editions have their own. */
const BRANCHING = /^\/(partnerships|platforms|handbooks|practices)\/[^/]+$/;
/** What is taken in where a page of the archive leads to it: it is public, and small. */
const LED_TO = [
  /^\/organisations\/[^/]+$/,
  /^\/glossary(\/[^/]+)?$/,
  /^\/texts\/(?!post\/)[^/]+\/[^/]+$/, // the original of a post stands below it
];
const FILES = [/^\/files\/[^/]+$/, /^\/assets\/[^/]+$/];

/** What belongs into the archive of one partnership. */
export class Scope {
  private readonly subjects: ReadonlySet<string>;
  private readonly branches: readonly string[];

  constructor(subjects: readonly string[]) {
    this.subjects = new Set(subjects);
    const branching = subjects.filter((path) => BRANCHING.test(path));
    const editions = branching
      .filter((path) => path.startsWith('/handbooks/'))
      .map((path) => path.replace('/handbooks/', '/editions/'));
    this.branches = [...branching, ...editions];
  }

  has({ locale, path }: HubAddress): boolean {
    if (!locale) return FILES.some((pattern) => pattern.test(path));
    return (
      this.subjects.has(path) ||
      this.branches.some((branch) => path === branch || path.startsWith(`${branch}/`)) ||
      LED_TO.some((pattern) => pattern.test(path))
    );
  }
}
