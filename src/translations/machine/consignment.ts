import { enveloped, openEnvelopes } from './marked/envelope';
import type { Surroundings } from './marked/inline-pieces';
import { Defective, type Defect } from './marked/piece';
import type { Form } from '../../core/texts/text-kind';
import { ProtectedText } from './marked/protected-text';
import type { Wire } from './marked/wire';

/** A segment that a machine is to translate. */
export interface Wanted {
  source: string;
  form: Form;
}

export type Outcome = { source: string; text: string } | { source: string; defect: Defect };

/** As it is kept with a request, so that it can be read again when an answer comes. */
export interface KeptSurroundings {
  terms: string[];
  labels: string[];
}

export const surroundingsOf = ({ terms, labels }: KeptSurroundings): Surroundings => ({
  terms,
  labels: new Set(labels),
});

/** Segments that go to a provider in one request, and what becomes of them. The same from the same, at any time. */
export class Consignment {
  private readonly segments: { source: string; text: ProtectedText; names: string[] }[];
  private readonly wire: Wire;

  /** @param name stands on all envelopes, so that an answer to another request is not taken for ours */
  constructor(name: string, wanted: readonly Wanted[], wire: Wire, surroundings: Surroundings) {
    this.wire = wire;
    let count = 0;
    this.segments = wanted.map(({ source, form }) => {
      const text = new ProtectedText(source, form, wire, surroundings);
      return { source, text, names: text.requests.map(() => `${name}-${count++}`) };
    });
  }

  get texts(): string[] {
    return this.segments.flatMap(({ text, names }) =>
      text.requests.map((words, place) => enveloped(names[place]!, words, this.wire)),
    );
  }

  /** What is counted: words and marks, without the envelopes. */
  get characters(): number {
    return this.segments.flatMap(({ text }) => text.requests).join('').length;
  }

  outcomes(answer: string): Outcome[] {
    const answers = openEnvelopes(answer, this.wire);
    return this.segments.map(({ source, text, names }) => {
      const own = names.map((name) => answers.get(name));
      if (own.some((each) => each === undefined)) return { source, defect: 'lost' };
      return restored(source, text, own as string[]);
    });
  }
}

function restored(source: string, text: ProtectedText, answers: string[]): Outcome {
  try {
    return { source, text: text.restored(answers) };
  } catch (error) {
    if (error instanceof Defective) return { source, defect: error.defect };
    throw error;
  }
}

/** As few requests as the provider's limits allow. What is too long for one goes alone: the provider says no to it. */
export function inGroups<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => { texts: number; characters: number },
  limits: { texts: number; characters: number },
): Item[][] {
  const groups: Item[][] = [];
  let [texts, characters] = [0, 0];
  for (const item of items) {
    const size = sizeOf(item);
    const full = texts + size.texts > limits.texts || characters + size.characters > limits.characters;
    if (groups.length === 0 || full) {
      groups.push([]);
      [texts, characters] = [0, 0];
    }
    groups.at(-1)!.push(item);
    texts += size.texts;
    characters += size.characters;
  }
  return groups;
}
