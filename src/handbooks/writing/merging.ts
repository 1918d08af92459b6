import { Invalid } from '../../core/errors/refusal';
import type { ChapterText } from '../revisions/chapter-revisions.service';
import { joinPassages } from './passages';
import { threeWay, type Piece } from './three-way';

/** More conflicts than anybody would decide one by one are one. */
const MOST_CONFLICTS = 200;

export const CHOICES = ['theirs', 'yours', 'both'] as const;
export type ChosenSide = (typeof CHOICES)[number];

/** A line that two people changed: what stands, or both when somebody must choose. */
export interface MergedLine {
  base: string;
  theirs: string;
  yours: string;
  /** `undefined`: both changed it, each differently. */
  stands: string | undefined;
}

/** A chapter that was saved by somebody else while somebody wrote. */
export interface Merging {
  title: MergedLine;
  lead: MergedLine;
  body: Piece[];
}

const said = (text: string | null): string => text ?? '';

/** @param base what both began from; `undefined` when nobody knows */
export function mergingOf(base: ChapterText | undefined, theirs: ChapterText, yours: ChapterText): Merging {
  const [before, now, own] = [base?.body, theirs.body, yours.body].map((body) => said(body ?? null));
  const body = threeWay(before!, now!, own!);
  const tooMany = body.filter(({ kind }) => kind === 'conflict').length > MOST_CONFLICTS;
  return {
    title: lineOf(base?.title ?? '', theirs.title, yours.title),
    lead: lineOf(said(base?.lead ?? null), said(theirs.lead), said(yours.lead)),
    body: tooMany ? [{ kind: 'conflict', base: [before!], theirs: [now!], yours: [own!] }] : body,
  };
}

function lineOf(base: string, theirs: string, yours: string): MergedLine {
  const stands = theirs === yours || yours === base ? theirs : theirs === base ? yours : undefined;
  return { base, theirs, yours, stands };
}

/** The name of the field in which somebody chooses. */
export const choiceName = (of: 'title' | 'lead' | number): string => `choose-${of}`;

/** @throws Invalid at every choice that is missing */
export function resolved(merging: Merging, choices: Readonly<Record<string, ChosenSide>>): ChapterText {
  const missing: string[] = [];
  const chosen = (of: 'title' | 'lead' | number): ChosenSide => {
    const choice = choices[choiceName(of)];
    if (!choice) missing.push(choiceName(of));
    return choice ?? 'yours';
  };
  const line = (of: 'title' | 'lead'): string => {
    const { stands, theirs, yours } = merging[of];
    return stands ?? (chosen(of) === 'theirs' ? theirs : yours);
  };
  const [title, lead] = [line('title'), line('lead')];
  let conflicts = 0;
  const passages = merging.body.flatMap((piece) => {
    if (piece.kind !== 'conflict') return piece.passages;
    const side = chosen(conflicts++);
    return side === 'both' ? [...piece.theirs, ...piece.yours] : piece[side];
  });
  if (missing.length > 0)
    throw new Invalid(missing.map((path) => ({ path, key: 'handbooks:problem.choose' as const })));
  return { title, lead: lead || null, body: joinPassages(passages).trimEnd() || null };
}
