import type { FormState } from '../../core/http/form';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { VISIBILITIES, type Visibility } from '../room.entity';
import type { RoomPlace } from '../room-frames.service';
import { roomPath } from '../room-paths';

const VISIBILITY: Record<Visibility, Key> = {
  public: 'rooms:visibility.public',
  members: 'rooms:visibility.members',
  private: 'rooms:visibility.private',
};

/** What a keeper decides about a room, new or old. */
function RoomFields() {
  const { t } = useLanguage();
  return (
    <>
      <Field name="name" label={t('rooms:manage.name')} />
      <TextArea
        name="description"
        label={t('rooms:manage.description')}
        hint={t('rooms:manage.description_hint')}
        rows={3}
        optional
        published
      />
      <LanguageSelect label={t('rooms:manage.language')} hint={t('rooms:manage.language_hint')} />
      <Radios
        name="visibility"
        label={t('rooms:about.reads')}
        options={VISIBILITIES.map((value) => ({ value, label: t(VISIBILITY[value]) }))}
      />
    </>
  );
}

/** Opens a room at a place where the reader keeps order. */
export function NewRoom({ place, form }: { place: RoomPlace; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:new.title')}
        above={place.name && <span lang={place.name.locale}>{place.name.text}</span>}
      />
      <Form action="/rooms" state={form} class="stack long-form">
        <Hidden name="place" />
        <Hidden name="placeId" />
        <RoomFields />
        <div class="row row-center">
          <Button kind="main">{t('rooms:new.open')}</Button>
          <Link path="/rooms">{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** Changes an existing room, in the language in which it was written. */
export function EditRoom({ slug, form }: { slug: string; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form action={`${roomPath(slug)}/manage`} state={form} id="room" class="stack long-form">
      <Hidden name="revision" />
      <RoomFields />
      <WeightChoice />
      <Checkbox name="archived" label={t('rooms:manage.archive')} hint={t('rooms:manage.archive_hint')} />
      <div>
        <Button kind="main">{t('rooms:save')}</Button>
      </div>
    </Form>
  );
}
