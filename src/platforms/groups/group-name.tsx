import { Content } from '../../ui/parts/content';
import type { GroupView } from './balance.schema';

/** A stakeholder group by its id, in the language that the reader was given. */
export function GroupName({ id, groups }: { id: string; groups: GroupView[] }) {
  const name = groups.find((group) => group.id === id)?.name;
  return name ? <Content lang={name.locale}>{name.text}</Content> : null;
}
