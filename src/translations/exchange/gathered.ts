import { languageIn, type Incoming, type IncomingUnit, type ProblemCode } from './unit';

/** A mark in a text that nobody knows the meaning of. */
export class UnknownCode extends Error {}

/** What one unit says, in its two languages. */
export interface Said {
  source: string;
  target: string | null;
  /** Languages that its parts say they are in. */
  sourceLanguages: string[];
  targetLanguages: string[];
}

type Place = Pick<IncomingUnit, 'kind' | 'id' | 'string' | 'position'>;

/** Nobody reads on after so many. */
const MOST_PROBLEMS = 1000;

/** Collects the units of a file and what is wrong with it, place by place. */
export class Gathered {
  readonly incoming: Incoming;
  private readonly seen = new Set<string>();

  constructor(from: string, to: string) {
    this.incoming = { from, to, units: [], problems: [] };
  }

  wrong({ line }: { line: number }, code: ProblemCode, what = ''): void {
    const { problems } = this.incoming;
    if (problems.length < MOST_PROBLEMS) problems.push({ line, code, what: what.slice(0, 120) });
  }

  /** @param read may throw UnknownCode */
  add(place: Place, element: { line: number }, base: string | undefined, read: () => Said): void {
    const { from, to, units } = this.incoming;
    const id = `${place.kind} ${place.id} ${place.string} ${place.position}`;
    if (this.seen.has(id)) return this.wrong(element, 'doubled', `${place.string}.${place.position}`);
    this.seen.add(id);
    const said = this.tried(element, read);
    if (!said) return;
    const strange =
      said.sourceLanguages.find((tag) => languageIn(tag) !== from) ??
      said.targetLanguages.find((tag) => languageIn(tag) !== to);
    if (strange !== undefined) return this.wrong(element, 'language', strange);
    if (said.source === '') return this.wrong(element, 'source');
    units.push({ ...place, source: said.source, target: said.target, base, line: element.line });
  }

  private tried(element: { line: number }, read: () => Said): Said | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnknownCode)) throw error;
      this.wrong(element, 'code', error.message);
      return undefined;
    }
  }
}
