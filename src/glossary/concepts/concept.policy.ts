import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import type { Locale } from '../../core/i18n/locales';
import type { Concept } from './concept.entity';

/** Those who answer for a partnership keep the termbase together. */
const keepsTermbase = (actor: Actor): boolean =>
  actor.administrator || actor.places('organiser', 'editor').length > 0;

const readable = (actor: Actor, concept: Pick<Concept, 'withdrawnAt'>): boolean =>
  concept.withdrawnAt === null || keepsTermbase(actor);

type Subject = Pick<Concept, 'withdrawnAt'>;

/** The termbase is public. What was withdrawn is seen by those who can restore it. */
export const conceptPolicy = new Policy<Subject, 'edit' | 'withdraw' | 'restore'>(
  {
    read: readable,
    edit: (actor, { withdrawnAt }) => withdrawnAt === null && keepsTermbase(actor),
    withdraw: (actor, { withdrawnAt }) => withdrawnAt === null && keepsTermbase(actor),
    restore: (actor, { withdrawnAt }) => withdrawnAt !== null && keepsTermbase(actor),
  },
  (actor, alias) => ({
    where: keepsTermbase(actor) ? 'true' : `${alias}.withdrawn_at is null`,
    parameters: {},
  }),
);

/** For the termbase as a whole. */
export const termbasePolicy = new Policy<null, 'add' | 'import'>(
  { read: () => true, add: keepsTermbase, import: keepsTermbase },
  () => ({ where: 'true', parameters: {} }),
);

/** Terms are read with their concept; translators keep those of their language. */
export const termPolicy = new Policy<{ locale: Locale; concept: Subject }, 'edit'>(
  {
    read: (actor, { concept }) => readable(actor, concept),
    edit: (actor, { locale, concept }) =>
      concept.withdrawnAt === null && (keepsTermbase(actor) || actor.translates(locale)),
  },
  (actor, concept) => conceptPolicy.readable(actor, concept),
);
