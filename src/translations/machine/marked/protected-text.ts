import { type Form, isMarkdown } from '../../../core/texts/text-kind';
import { sameForm } from './form';
import { InlinePieces, type Surroundings } from './inline-pieces';
import { Defective, type Piece } from './piece';
import { Runs, type Part } from './runs';
import { fromWire, toWire, type Wire } from './wire';

const LETTER = /\p{L}/u;
/** What the renderer, or a reader's eyes, could take for more than words. */
const ACTIVE =
  /[\\`*_[\]<~|]|https?:|mailto:|ftp:|\/\/[\p{L}\p{N}]|www\.|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iu;
/** Control characters, and marks that turn the direction of what follows. */
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/;
const MARKS_WITHOUT_END = /\p{M}{31}/u;
const LARGE_NUMBER = /\d{3,}/g;
/** 1 234,5 · 1.234 · 1'234: what groups digits differs from language to language. */
const GROUPED = /(?<=(?<!\d)\d{1,3})[.,'’ \u00A0\u2009\u202F](?=\d{3}(?!\d))/g;
/** An answer may be so many times as long as its text, and some more. */
const GROWTH = 4;
const ALWAYS_ALLOWED = 200;
/** So many words are a sentence, which is another one in another language. */
const SENTENCE = 5;

/** One text, ready to be sent to a provider; and what came back, made a text again. */
export class ProtectedText {
  private readonly parts: Part[];
  private readonly runs: Piece[][];

  constructor(
    private readonly source: string,
    private readonly form: Form,
    private readonly wire: Wire,
    surroundings: Surroundings = NOTHING_KNOWN,
  ) {
    this.parts = isMarkdown(form) ? new Runs(surroundings).of(source) : plain(source, surroundings);
    this.runs = this.parts.flatMap((part) =>
      part.kind === 'run' && speaks(part.pieces) ? [part.pieces] : [],
    );
  }

  /** What the provider is sent, one string for each run of words. None: there is nothing to translate. */
  get requests(): string[] {
    return this.runs.map((pieces) => toWire(pieces, this.wire));
  }

  /** @throws Defective when the answers are not this text in another language */
  restored(answers: readonly string[]): string {
    const left = [...answers];
    const text = this.parts
      .map((part) => {
        if (part.kind === 'kept') return part.text;
        return written(speaks(part.pieces) ? this.answered(part.pieces, left.shift()) : part.pieces);
      })
      .join('')
      .normalize('NFC');
    this.compare(text);
    return text;
  }

  private answered(pieces: Piece[], answer: string | undefined): Piece[] {
    const sent = toWire(pieces, this.wire);
    if (!answer?.trim()) throw new Defective('empty');
    if (answer.length > GROWTH * sent.length + ALWAYS_ALLOWED) throw new Defective('length');
    const back = fromWire(answer.trim(), pieces, this.wire);
    for (const { kind, text } of back) if (kind === 'text') assertWords(text);
    if (!speaks(back)) throw new Defective('empty');
    const [said, saidBefore] = [wordsOf(back), wordsOf(pieces)];
    if (said === saidBefore && isSentence(said)) throw new Defective('unchanged');
    if (!sameNumbers(saidBefore, said)) throw new Defective('number');
    return back;
  }

  private compare(text: string): void {
    if (this.form === 'line' && text.includes('\n')) throw new Defective('structure');
    if (isMarkdown(this.form) && !sameForm(text, this.source)) throw new Defective('structure');
  }
}

const NOTHING_KNOWN: Surroundings = { terms: [], labels: new Set() };

function plain(source: string, surroundings: Surroundings): Part[] {
  const words = source.trim();
  const before = source.slice(0, source.indexOf(words));
  const after = source.slice(before.length + words.length);
  const pieces = new InlinePieces(words, surroundings, [], false).all();
  return [
    { kind: 'kept', text: before },
    { kind: 'run', pieces },
    { kind: 'kept', text: after },
  ];
}

const written = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'text' ? text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
const speaks = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ kind, text }) => kind === 'text' && LETTER.test(text));

const isSentence = (words: string): boolean => (words.match(/\p{L}{2,}/gu)?.length ?? 0) >= SENTENCE;

/** @throws Defective for words that would be more than words */
function assertWords(text: string): void {
  if (!text.isWellFormed() || UNSEEN.test(text) || MARKS_WITHOUT_END.test(text))
    throw new Defective('characters');
  if (ACTIVE.test(text) || text.includes('\n')) throw new Defective('markup');
}

/** Years and sums must come back; how many there are of anything may become a word. */
function sameNumbers(before: string, after: string): boolean {
  const numbers = (text: string) => text.replace(GROUPED, '').match(LARGE_NUMBER)?.sort().join(' ') ?? '';
  return numbers(before) === numbers(after);
}
