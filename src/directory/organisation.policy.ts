import type { Actor } from '../core/access/actor';
import { Policy } from '../core/access/policy';
import type { Organisation } from './organisation.entity';

/** Those who answer for a platform or a partnership keep the register together. */
const keepsRegister = (actor: Actor): boolean =>
  actor.administrator || actor.places('organiser', 'editor', 'host').length > 0;

/** The register is public. `null`: an organisation that is not listed yet. */
export const organisationPolicy = new Policy<Organisation | null, 'create' | 'edit'>(
  { read: () => true, create: keepsRegister, edit: keepsRegister },
  () => ({ where: 'true', parameters: {} }),
);
