import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Partnership } from './partnership.entity';

type Subject = Pick<Partnership, 'id' | 'status'>;

const organises = (actor: Actor, { id }: Subject): boolean =>
  actor.administrator || actor.holds('organiser', id);
const edits = (actor: Actor, partnership: Subject): boolean =>
  organises(actor, partnership) || actor.holds('editor', partnership.id);

/** A draft is for those who write it; everything else is public. */
function readable(actor: Actor, alias: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  return {
    where: `(${alias}.status <> 'draft' or ${alias}.id = any(:${alias}Own))`,
    parameters: { [`${alias}Own`]: actor.places('organiser', 'editor') },
  };
}

export const partnershipPolicy = new Policy<Subject, 'edit' | 'appoint' | 'fund'>(
  {
    read: (actor, partnership) => partnership.status !== 'draft' || edits(actor, partnership),
    edit: edits,
    appoint: organises,
    /** Editors cannot touch the wording of the grant (visibility.md §1.5). */
    fund: (actor, partnership) =>
      organises(actor, partnership) || 'partnerships:refusal.funding_by_organiser',
  },
  readable,
);

/** Who has organised one partnership may open the next. */
export const newPartnershipPolicy = new Policy<undefined, 'create'>(
  { read: () => true, create: (actor) => actor.administrator || actor.places('organiser').length > 0 },
  () => ({ where: 'true', parameters: {} }),
);
