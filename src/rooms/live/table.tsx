import { initials } from '../../ui/initials';
import { useLanguage, useReading } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Seat } from '../../ui/parts/seat';
import { TableDrawing, type TableSeat } from '../../ui/parts/table-drawing';
import type { PostView } from '../posts/post.schema';
import type { Presence } from './presence.service';

type Author = PostView['author'];

/** A table is never drawn smaller: free seats say that there is room. */
const SEATS = 9;

interface TableProps {
  presence: Presence;
  /** Who has written here: they keep their seats while they are away, drawn dashed. */
  authors?: Author[];
}

/** Who is at the table of a room right now, as a drawing and as a list. The script keeps both true. */
export function AtTheTable({ presence, authors = [] }: TableProps) {
  const { t } = useLanguage();
  const known = new Map(authors.map((author) => [author.id, author]));
  const here = presence.people.map(({ id, name }) => known.get(id) ?? { id, name, organisation: null });
  const away = authors.filter(({ id }) => !here.some((person) => person.id === id));
  return (
    <aside class="stack" aria-labelledby="table" data-slot="table" data-seats={SEATS}>
      <h2 id="table">{t('rooms:table.title')}</h2>
      <TableDrawing
        seats={useSeats(here, away)}
        middle={t('rooms:table.middle', { number: presence.count })}
      />
      <p class="small soft" data-slot="nobody" hidden={here.length > 0}>
        {t('rooms:table.nobody')}
      </p>
      <ul class="list list-close small people" data-slot="people">
        {here.map((person) => (
          <Sitting person={person} />
        ))}
      </ul>
      <p class="small soft" data-slot="visitors" hidden={presence.visitors === 0}>
        {t('rooms:count.visitors', { count: presence.visitors })}
      </p>
      {authors.length > 0 && <Away authors={authors} away={away} />}
      <template id="person-template">
        <Sitting person={{ id: '', name: '?', organisation: { name: '', slug: '', locale: 'en' } }} />
      </template>
    </aside>
  );
}

/** Who is here, then those who have spoken and left, then free seats. */
function useSeats(here: Author[], away: Author[]): TableSeat[] {
  const { person } = useReading();
  const taken = here.map(({ id, name }): TableSeat => ({
    kind: id === person?.id ? 'own' : 'taken',
    label: initials(name),
  }));
  const kept = away.map(({ name }): TableSeat => ({ kind: 'free', label: initials(name) }));
  const free = Array.from({ length: Math.max(0, SEATS - taken.length - kept.length) }, (): TableSeat => ({
    kind: 'free',
  }));
  return [...taken, ...kept, ...free];
}

function Sitting({ person: { id, name, organisation } }: { person: Author }) {
  const { t } = useLanguage();
  const { person: reader } = useReading();
  const own = reader?.id === id;
  return (
    <li class="present" data-person={id}>
      <Seat initials={initials(name)} own={own} small />
      <span>
        <span data-slot="name">{own ? t('ui:presence.you') : name}</span>
        {organisation && <Organisation organisation={organisation} />}
      </span>
    </li>
  );
}

function Organisation({ organisation }: { organisation: NonNullable<Author['organisation']> }) {
  return (
    <span class="soft" data-slot="organisation">
      {', '}
      <Content lang={organisation.locale}>{organisation.name}</Content>
    </span>
  );
}

/** Those who have spoken in the thread. While one of them is at the table, her line here is hidden. */
function Away({ authors, away }: { authors: Author[]; away: Author[] }) {
  const { t } = useLanguage();
  return (
    <div class="stack stack-tight" data-slot="away" hidden={away.length === 0}>
      <h3 class="small soft">{t('rooms:table.away')}</h3>
      <ul class="list list-close small soft">
        {authors.map(({ id, name, organisation }) => (
          <li data-author={id} hidden={!away.some((author) => author.id === id)}>
            <span>
              <span data-slot="name">{name}</span>
              {organisation && <Organisation organisation={organisation} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
