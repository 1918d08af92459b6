/** The powers that a person can hold, and at what. `excluded` takes some away: she was removed from a room. */
export type Role =
  'administrator' | 'organiser' | 'editor' | 'host' | 'member' | 'translator' | 'guest' | 'excluded';

/** One power at one place: host of a platform, organiser of a partnership, guest of a private room. */
export interface Grant {
  role: Role;
  /** Id of the partnership, platform or room; null for the whole hub. For translators: null, see `detail`. */
  placeId: string | null;
  /** A translator's target language; otherwise null. */
  detail: string | null;
}

export interface ActingPerson {
  id: string;
  name: string;
  email: string;
  locale: string;
  readingLocales: string[];
  /** Wants no translations. */
  originalsOnly: boolean;
  timeZone: string;
}

/** Who asks: built once per request, socket or job, and handed to every verb. */
export class Actor {
  private readonly held: ReadonlySet<string>;

  private constructor(
    readonly person: ActingPerson | null,
    private readonly grants: readonly Grant[],
    /** Which session or API token speaks; undefined for visitors and the system. */
    readonly credential?: { kind: 'session' | 'token'; id: string; scope: 'read' | 'write' },
    readonly system = false,
  ) {
    this.held = new Set(grants.map((grant) => `${grant.role} ${grant.placeId ?? ''}`));
  }

  static readonly visitor = new Actor(null, []);
  /** The hub itself: jobs, imports, the command line. */
  static readonly system = new Actor(null, [], undefined, true);

  static person(person: ActingPerson, grants: readonly Grant[], credential?: Actor['credential']): Actor {
    return new Actor(person, grants, credential);
  }

  get signedIn(): boolean {
    return this.person !== null;
  }

  get administrator(): boolean {
    return this.system || this.held.has('administrator ');
  }

  /** A read-only API token may look but not act. */
  get mayWrite(): boolean {
    return this.credential?.scope !== 'read';
  }

  holds(role: Role, placeId: string | null | undefined): boolean {
    return placeId != null && this.held.has(`${role} ${placeId}`);
  }

  /** Ids of the places where the actor holds one of the roles. */
  places(...roles: Role[]): string[] {
    return this.grants
      .filter((grant) => grant.placeId && roles.includes(grant.role))
      .map((grant) => grant.placeId!);
  }

  /** Translates into this language, anywhere on the hub. */
  translates(locale: string): boolean {
    return (
      this.administrator || this.grants.some(({ role, detail }) => role === 'translator' && detail === locale)
    );
  }

  /** All powers in one line: two actors with the same may do the same. `powersOf` says it in SQL. */
  get powers(): string {
    return this.grants
      .map(({ role, placeId, detail }) => `${role} ${placeId ?? ''} ${detail ?? ''}`)
      .toSorted()
      .join();
  }

  is(personId: string | null | undefined): boolean {
    return this.person !== null && this.person.id === personId;
  }
}
