import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { FoldedPoll, usePollLabels } from '../polls/poll-fields';
import { PostField, WritingData } from '../posts/composing';
import type { RoomView } from '../room.schema';
import { roomPath, threadPath } from '../room-paths';
import { ThemeBoxes } from '../themes/theme-boxes';
import type { Thread } from './thread.entity';

/** Opens a thread with its first post. */
export function NewThread({ room, form }: { room: RoomView; form: FormState }) {
  const { t } = useLanguage();
  const labels = usePollLabels();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:thread.open')}
        above={<span lang={room.name.locale}>{room.name.text}</span>}
      />
      <Form
        action={`${roomPath(room.slug)}/threads`}
        state={form}
        class="stack long-form"
        data-writing="thread"
        labels={labels}
      >
        <Hidden name="clientId" />
        <Field name="title" label={t('rooms:thread.title')} hint={t('rooms:thread.title_hint')} />
        <PostField />
        <LanguageSelect label={t('rooms:composer.language')} hint={t('rooms:composer.languages')} />
        <ThemeBoxes />
        <FoldedPoll />
        <div class="row row-center">
          <Button kind="main">{t('rooms:thread.publish')}</Button>
          <Link path={roomPath(room.slug)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
      <WritingData room={room.id} />
    </div>
  );
}

/** A new title for a thread. */
export function RenameThread({ id, lang, form }: { id: string; lang: string; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:thread.rename')} />
      <Form action={`${threadPath(id)}/rename`} state={form} class="stack long-form">
        <Hidden name="revision" />
        <Field name="title" label={t('rooms:thread.title')} lang={lang} />
        <WeightChoice />
        <div class="row row-center">
          <Button kind="main">{t('rooms:save')}</Button>
          <Link path={threadPath(id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** Somebody gave it another title meanwhile. */
export function RenameMerge({ thread, typed }: { thread: Thread; typed: string }) {
  const { t } = useLanguage();
  const { id, title, locale, revision } = thread;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:thread.rename')} />
      <Merge
        action={`${threadPath(id)}/rename`}
        revision={revision}
        fields={[
          { name: 'title', label: t('rooms:thread.title'), theirs: title, yours: typed, lang: locale },
        ]}
        cancelPath={threadPath(id)}
      />
    </div>
  );
}
