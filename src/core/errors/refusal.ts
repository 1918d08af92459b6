import type { Key, Values } from '../i18n/keys';

/** One thing wrong with one field: where it stands and what to say about it. */
export interface FieldProblem {
  /** Path in the input, joined by dots: `body`, `members.0.email`. */
  path: string;
  key: Key;
  values?: Values;
}

/**
 * A verb that says no. It carries a locale key and variables, never words:
 * every door (page, API, socket) says it in the reader's language.
 */
export class Refusal extends Error {
  constructor(
    /** HTTP status: 400, 401, 403, 404, 409, 410, 413, 422 or 429. */
    readonly status: number,
    readonly key: Key,
    readonly values: Values = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(key);
  }

  /** Stable machine name for API and socket clients: `rooms:refusal.thread_closed` → `thread_closed`. */
  get code(): string {
    return this.key.replace(/^[a-z]+:(refusal\.)?/, '');
  }
}

/** What does not exist, and what the actor may not see, are told apart by nobody. */
export class NotFound extends Refusal {
  constructor() {
    super(404, 'errors:not_found');
  }
}

/** Known to the actor, but refused; the key says why. */
export class Forbidden extends Refusal {
  constructor(key: Key = 'errors:forbidden', values?: Values) {
    super(403, key, values);
  }
}

export class SignInRequired extends Refusal {
  constructor() {
    super(401, 'errors:sign_in_required');
  }
}

export class Invalid extends Refusal {
  constructor(fields: readonly FieldProblem[]) {
    super(422, 'errors:invalid', {}, fields);
  }

  static field(path: string, key: Key, values?: Values): Invalid {
    return new Invalid([{ path, key, ...(values && { values }) }]);
  }
}

/** Somebody saved first. `theirs` is what stands now, so that the page can offer a merge. */
export class Conflict extends Refusal {
  constructor(
    readonly theirs: { revision: number; [field: string]: unknown } | undefined,
    key: Key = 'errors:conflict',
  ) {
    super(409, key);
  }
}

/** It can be done later: in so many seconds. Clients may try again by themselves then. */
export class TooSoon extends Refusal {
  constructor(
    key: Key,
    readonly seconds: number,
    values?: Values,
  ) {
    super(429, key, values);
  }
}
