import type { FormState } from '../../core/http/form';
import { initials } from '../../ui/initials';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Seat } from '../../ui/parts/seat';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { REASON_LIMIT } from '../keeping/reason.schema';
import type { Room } from '../room.entity';
import { roomPath } from '../room-paths';
import type { RemovalView } from './removal.schema';

/** Who was removed, on the page where a room is managed. */
export function RemovedPeople({ room, removals }: { room: Room; removals: RemovalView[] }) {
  const { t } = useLanguage();
  return (
    <div class="stack long-form">
      <p>{t('rooms:removals.lead')}</p>
      {removals.length > 0 && (
        <ul class="list list-close">
          {removals.map((removal) => (
            <Removed room={room} removal={removal} />
          ))}
        </ul>
      )}
      <div>
        <ButtonLink path={`${roomPath(room.slug)}/removals/new`}>{t('rooms:removals.remove')}</ButtonLink>
      </div>
    </div>
  );
}

function Removed({ room, removal: { person, reason, until } }: { room: Room; removal: RemovalView }) {
  const { t, calendarDate } = useRemovalWords();
  return (
    <li class="guest">
      <Seat initials={initials(person.name)} small />
      <span>
        {person.name}
        <span class="small soft">
          {' '}
          {until ? t('rooms:removals.until', { day: calendarDate(until) }) : t('rooms:removals.for_good')}
        </span>
        {reason && (
          <Content as="p" lang={reason.locale} class="small">
            {reason.text}
          </Content>
        )}
      </span>
      <Form action={`${roomPath(room.slug)}/removals/${person.id}/lift`} id={`lift-${person.id}`} class="row">
        <Button small label={`${t('rooms:removals.lift')}: ${person.name}`}>
          {t('rooms:removals.lift')}
        </Button>
      </Form>
    </li>
  );
}

function useRemovalWords() {
  const language = useLanguage();
  return { t: language.t, calendarDate: (day: string) => language.calendarDate(day) };
}

interface RemoveProps {
  room: Room;
  people: { id: string; name: string }[];
  form: FormState;
}

/** Removes somebody, with the reason that she will read. */
export function RemovePerson({ room, people, form }: RemoveProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:removals.remove')} above={<span lang={room.locale}>{room.name}</span>} />
      <p>{t('rooms:removals.what')}</p>
      <Form action={`${roomPath(room.slug)}/removals`} state={form} class="stack long-form">
        <Choice
          name="personId"
          label={t('rooms:removals.person')}
          hint={t('rooms:removals.person_hint')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('rooms:removals.choose')}
        />
        <TextArea
          name="reason"
          label={t('rooms:reason.label')}
          hint={t('rooms:removals.reason_hint')}
          max={REASON_LIMIT}
          optional
        />
        <LanguageSelect label={t('rooms:reason.language')} />
        <Field
          name="until"
          type="date"
          label={t('rooms:removals.last_day')}
          hint={t('rooms:removals.last_day_hint')}
          width="middle"
          optional
        />
        <div class="row row-center">
          <Button kind="main">{t('rooms:removals.confirm')}</Button>
          <Link path={`${roomPath(room.slug)}/manage#removals`}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

interface StatementProps {
  room: Room;
  removal: RemovalView;
  /** She may still read the room. */
  readable: boolean;
}

/** What the person is told: what was decided, why, for how long, and what she can do. */
export function RemovalStatement({ room, removal, readable }: StatementProps) {
  const { t, calendarDate } = useRemovalWords();
  const { reason, until, removedAt, liftedAt } = removal;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:removals.statement')} above={<span lang={room.locale}>{room.name}</span>} />
      <div class="stack long-form">
        <p>{t(readable ? 'rooms:removals.still_read' : 'rooms:removals.no_longer_read')}</p>
        <Facts
          facts={[
            { label: t('rooms:removals.person'), value: removal.person.name },
            { label: t('rooms:removals.since'), value: <Time value={removedAt} /> },
            {
              label: t('rooms:removals.last_day'),
              value: until ? calendarDate(until) : t('rooms:removals.for_good'),
            },
            { label: t('rooms:removals.lifted'), value: liftedAt && <Time value={liftedAt} /> },
            {
              label: t('rooms:reason.label'),
              value: reason?.text ?? t('rooms:reason.none'),
              ...(reason && { lang: reason.locale }),
            },
          ]}
        />
        <p>
          {t('rooms:removals.disagree')} <Link path={PATHS.contact}>{t('rooms:removals.contact')}</Link>
        </p>
        {readable && (
          <p>
            <Link path={roomPath(room.slug)}>{t('rooms:manage.back')}</Link>
          </p>
        )}
      </div>
    </div>
  );
}
