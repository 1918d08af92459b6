type Nothing = Record<string, never>;

declare module '../core/journal/entry' {
  interface Entries {
    /** Somebody gave an address that waits for its proof; also when she does so again. */
    'person.signed_up': Nothing;
    /** Somebody tried to sign up with an address that has an account. */
    'person.signed_up_again': Nothing;
    /** The mail with the link is to be sent once more. */
    'person.confirmation_requested': Nothing;
    /** The address was proven by following the link. */
    'person.confirmed': Nothing;
    /** Made without a sign-up: by an operator, an invitation, the demonstration. */
    'person.admitted': Nothing;
    'person.edited': { revision: number };
    'person.reset_requested': Nothing;
    'person.password_changed': Nothing;
    /** Subject: the public id of the session, never the one in the cookie. */
    'session.started': Nothing;
    'session.ended': Nothing;
    'token.made': { scope: 'read' | 'write' };
    'token.revoked': Nothing;
  }
}

export {};
