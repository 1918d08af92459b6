import { useLanguage } from '../language';
import { Seat } from './seat';

export interface Present {
  id: string;
  name: string;
  initials: string;
  organisation?: string;
  own?: boolean;
}

/** Who is at the table now; the script of the room keeps it true. */
export function Presence({ people }: { people: Present[] }) {
  const { t } = useLanguage();
  return (
    <ul class="list list-close small people">
      {people.map(({ id, name, initials, organisation, own }) => (
        <li class="present" data-person={id}>
          <Seat initials={initials} own={own} small />
          <span>
            {own ? t('ui:presence.you') : name}
            {organisation && <span class="soft">, {organisation}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
