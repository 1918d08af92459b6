import type { Locale } from '../../../core/i18n/locales';
import type { Wire } from '../marked/wire';

/** Texts of one pair of languages that go to the provider together, each in its envelope. */
export interface Batch {
  from: Locale;
  to: Locale;
  texts: string[];
}

export interface Limits {
  /** Texts in one request. */
  texts: number;
  /** Characters in one request. */
  characters: number;
}

/** How an asynchronous provider reaches us again. */
export interface ReturnAddress {
  url: string;
  reference: string;
}

/** What a provider says when it comes back. */
export interface Callback {
  reference: string | undefined;
  answer: string | undefined;
  /** Its own code or words, when it could not. */
  error: string | undefined;
}

interface Provider {
  readonly name: string;
  readonly wire: Wire;
  readonly limits: Limits;
}

/** Answers at once. All that came back as one text: who it belongs to stands on the envelopes. */
export interface AnsweringProvider extends Provider {
  readonly asynchronous: false;
  /** @throws ProviderFailure */
  translate(batch: Batch): Promise<string>;
}

/** Takes a request and calls back later, perhaps more than once, perhaps never. */
export interface CallingProvider extends Provider {
  readonly asynchronous: true;
  /** @returns the provider's own number of the request. @throws ProviderFailure */
  submit(batch: Batch, address: ReturnAddress): Promise<string>;
}

export type MachineProvider = AnsweringProvider | CallingProvider;

/**
 * busy: later, perhaps when it said; quota: nothing more this month; shut: our key is not accepted;
 * refused: it will never take this; failing: unreachable, too slow, or it answered nonsense.
 */
export type FailureKind = 'busy' | 'quota' | 'shut' | 'refused' | 'failing';

export class ProviderFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** For the administrators' page and the log: never content, never a key. */
    message: string,
    /** Milliseconds that the provider asked us to wait. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
