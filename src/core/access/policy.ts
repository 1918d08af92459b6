import type { Actor } from './actor';
import { Forbidden, NotFound, SignInRequired } from '../errors/refusal';
import type { Key } from '../i18n/keys';

/** May the actor do it? `false` and a locale key both mean no; the key tells why. */
export type Ability<Subject> = (actor: Actor, subject: Subject) => boolean | Key;

/** An SQL condition with its parameters, for a query builder's `andWhere`. */
export interface Scope {
  where: string;
  parameters: Record<string, unknown>;
}

/**
 * Who may what with one noun: the only place where that is decided.
 * `read` as a predicate and `readable` as SQL say the same; a test per noun holds them together.
 */
export class Policy<Subject, Name extends string> {
  constructor(
    private readonly abilities: Record<Name | 'read', Ability<Subject>>,
    /** Rows that the actor may read, as SQL over the given table alias. */
    readonly readable: (actor: Actor, alias: string) => Scope,
  ) {}

  may(actor: Actor, ability: Name | 'read', subject: Subject): boolean {
    if (ability !== 'read' && !actor.mayWrite) return false;
    return this.abilities[ability](actor, subject) === true;
  }

  /**
   * @throws NotFound when the actor may not even read it, SignInRequired for visitors,
   * Forbidden with the reason otherwise.
   */
  allow(actor: Actor, ability: Name | 'read', subject: Subject): void {
    if (this.may(actor, ability, subject)) return;
    if (this.abilities.read(actor, subject) !== true) throw new NotFound();
    if (!actor.signedIn && !actor.system) throw new SignInRequired();
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    const reason = this.abilities[ability](actor, subject);
    throw new Forbidden(typeof reason === 'string' ? reason : undefined);
  }

  /** What the actor can do with it, for `can` in views, so that every door shows the same buttons. */
  can(actor: Actor, subject: Subject): Record<Name, boolean> {
    const names = Object.keys(this.abilities).filter((name) => name !== 'read') as Name[];
    return Object.fromEntries(names.map((name) => [name, this.may(actor, name, subject)])) as Record<
      Name,
      boolean
    >;
  }
}
