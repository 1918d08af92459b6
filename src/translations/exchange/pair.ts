/** One entry of the translation memory: the same words in two languages. */
export interface Pair {
  from: string;
  to: string;
  source: string;
  target: string;
}

export interface IncomingPair extends Pair {
  /** Where it stands in the file. */
  line: number;
}
