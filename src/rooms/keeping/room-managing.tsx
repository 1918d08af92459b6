import type { FormState } from '../../core/http/form';
import { freshForm } from '../../core/http/form';
import { initials } from '../../ui/initials';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguagesOfText, type TextLanguage } from '../../ui/parts/languages-of-text';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { Seat } from '../../ui/parts/seat';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import type { Guest } from './guests.service';
import type { MachineChoice } from './room-consents.service';
import type { Room } from '../room.entity';
import { EditRoom } from './room-form';
import { roomPath } from '../room-paths';
import { NewcomersForm } from '../newcomers/held';
import { PaceForm } from './pace';
import { RemovedPeople } from '../removals/removal';
import type { RemovalView } from '../removals/removal.schema';

/** Which of the forms on the page was refused, and how it stood. */
export interface RefusedForm {
  of: 'room' | 'guest' | 'pace' | 'newcomers';
  form: FormState;
}

export interface ManagedRoomProps {
  room: Room;
  languages: readonly TextLanguage[];
  guests: Guest[];
  machine: MachineChoice | undefined;
  removals: RemovalView[];
  refused?: RefusedForm;
}

/** Everything that those who keep order in a room can change. */
export function ManagedRoom({ room, languages, guests, machine, removals, refused }: ManagedRoomProps) {
  const { t, locale } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:manage.title')} above={<span lang={room.locale}>{room.name}</span>}>
        <p class="row small">
          <Link path={roomPath(room.slug)}>{t('rooms:manage.back')}</Link>
        </p>
      </TitleBlock>
      <section class="section">
        <EditRoom slug={room.slug} form={refused?.of === 'room' ? refused.form : roomForm(room)} />
      </section>
      <section class="section" aria-labelledby="translations">
        <SectionHead id="translations" title={t('rooms:manage.translations')} />
        <LanguagesOfText of={{ kind: 'room', id: room.id }} languages={languages} />
      </section>
      {machine && (
        <section class="section" aria-labelledby="machine">
          <SectionHead id="machine" title={t('rooms:machine.title')} />
          <Machine room={room} {...machine} />
        </section>
      )}
      <section class="section" aria-labelledby="guests">
        <SectionHead id="guests" title={t('rooms:guests.title')} />
        <Guests room={room} guests={guests} {...(refused?.of === 'guest' && { form: refused.form })} />
      </section>
      <section class="section" aria-labelledby="pace">
        <SectionHead id="pace" title={t('rooms:pace.title')} />
        <PaceForm room={room} form={refused?.of === 'pace' ? refused.form : paceForm(room, locale)} />
      </section>
      <section class="section" aria-labelledby="newcomers">
        <SectionHead id="newcomers" title={t('rooms:newcomers.title')} />
        <div class="stack">
          <NewcomersForm
            room={room}
            form={refused?.of === 'newcomers' ? refused.form : newcomersForm(room)}
          />
          <p>
            <Link path={`${roomPath(room.slug)}/held`}>{t('rooms:held.title')}</Link>
          </p>
        </div>
      </section>
      <section class="section" aria-labelledby="removals">
        <SectionHead id="removals" title={t('rooms:removals.title')} />
        <RemovedPeople room={room} removals={removals} />
      </section>
    </div>
  );
}

function Machine({ room, provider, allowed, possible }: { room: Room } & MachineChoice) {
  const { t } = useLanguage();
  if (!possible) return <p>{t('rooms:machine.not_here')}</p>;
  return (
    <Form
      action={`${roomPath(room.slug)}/machine`}
      state={freshForm({ allowed: String(allowed) })}
      id="machine-choice"
      class="stack narrow"
    >
      <Checkbox
        name="allowed"
        label={t('rooms:machine.allow')}
        hint={t('rooms:machine.allow_hint', { provider })}
      />
      <div>
        <Button>{t('rooms:save')}</Button>
      </div>
    </Form>
  );
}

/** Another keeper saved first. */
export function RoomMerge({ room, typed }: { room: Room; typed: Record<string, string> }) {
  const { t } = useLanguage();
  const { name, description, locale: lang } = room;
  const { name: ownName = '', description: ownDescription = '', ...rest } = typed;
  const { locale = lang, visibility = room.visibility, archived = 'false' } = rest;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:manage.title')} />
      <Merge
        action={`${roomPath(room.slug)}/manage`}
        revision={room.revision}
        fields={[
          { name: 'name', label: t('rooms:manage.name'), theirs: name, yours: ownName, lang },
          {
            ...{ name: 'description', label: t('rooms:manage.description'), lang, long: true },
            ...{ theirs: description ?? '', yours: ownDescription },
          },
        ]}
        hidden={{ locale, visibility, archived }}
        cancelPath={`${roomPath(room.slug)}/manage`}
      />
    </div>
  );
}

const roomForm = (room: Room): FormState =>
  freshForm({
    name: room.name,
    description: room.description ?? '',
    locale: room.locale,
    visibility: room.visibility,
    archived: String(room.archivedAt !== null),
    revision: String(room.revision),
  });

const paceForm = ({ paceSeconds }: Room, locale: string): FormState =>
  freshForm({ paceSeconds: String(paceSeconds), locale });

const newcomersForm = ({ newcomerPosts }: Room): FormState =>
  freshForm({ newcomerPosts: String(newcomerPosts) });

/** Who was asked in by name. */
function Guests({ room, guests, form }: { room: Room; guests: Guest[]; form?: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="stack long-form">
      <p>{t(room.visibility === 'private' ? 'rooms:guests.only_way' : 'rooms:guests.also')}</p>
      {guests.length === 0 && <p class="soft">{t('rooms:guests.none')}</p>}
      {guests.length > 0 && (
        <ul class="list list-close">
          {guests.map(({ id, name }) => (
            <li class="guest">
              <Seat initials={initials(name)} small />
              <span>{name}</span>
              <Form action={`${roomPath(room.slug)}/guests/${id}/remove`} id={`remove-${id}`} class="row">
                <Button small label={`${t('rooms:guests.remove')}: ${name}`}>
                  {t('rooms:guests.remove')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${roomPath(room.slug)}/guests`} state={form} id="guest">
        <Field
          name="email"
          type="email"
          label={t('rooms:guests.email')}
          hint={t('rooms:guests.email_hint')}
          autocomplete="off"
        />
        <div>
          <Button>{t('rooms:guests.invite')}</Button>
        </div>
      </Form>
    </div>
  );
}
