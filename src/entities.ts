import { Person } from './accounts/person.entity';
import type { EntityClass } from './core/database/connection';

/** Every entity of the hub, one line per capability. */
export const entities: EntityClass[] = [Person];
