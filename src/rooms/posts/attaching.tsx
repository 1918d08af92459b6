import { ACCEPTED } from '../../files/intake/file-types';
import { ALT_LIMIT } from '../../files/file.schema';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { FileField } from '../../ui/parts/file-field';
import { useField } from '../../ui/parts/form-context';

/** Files beside a post: one without a script; with it several, which are uploaded while one writes. */
export function Attaching() {
  const { t } = useLanguage();
  const broken = useField('file').errors.length > 0 || useField('fileAlt').errors.length > 0;
  return (
    <>
      <details class="attaching" data-slot="attaching" open={broken}>
        <summary>{t('rooms:attach.title')}</summary>
        <div class="stack stack-tight">
          <FileField name="file" label={t('rooms:attach.file')} accept={ACCEPTED} optional />
          <Field name="fileAlt" label={t('files:field.alt')} optional />
        </div>
      </details>
      <ul
        class="attachments"
        aria-live="polite"
        aria-label={t('rooms:attach.list')}
        data-slot="attachments"
        hidden
      />
      <template id="attachment-template">
        <Attachment />
      </template>
    </>
  );
}

/** For the toolbar; the script shows it. */
export function AttachButton() {
  const { t } = useLanguage();
  return (
    <>
      <Button type="button" kind="plain" small hidden data-action="attach">
        {t('rooms:attach.title')}
      </Button>
      <input
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label={t('rooms:attach.file')}
        data-slot="attach-input"
        hidden
      />
    </>
  );
}

/** A file on its way, or arrived: the script fills it. */
function Attachment() {
  const { t } = useLanguage();
  return (
    <li class="attachment">
      <p class="row row-center">
        <b data-slot="name" />
        <progress max={1} value={0} aria-label={t('rooms:attach.progress')} data-slot="progress" />
        <span class="small soft" data-slot="weight" />
        <Button type="button" kind="plain" small data-action="detach">
          {t('rooms:attach.remove')}
        </Button>
      </p>
      <p class="error small" data-slot="fault" hidden>
        {t('rooms:attach.failed')}
      </p>
      <label class="small" data-slot="alt" hidden>
        {t('files:field.alt')}
        <input class="input" maxLength={ALT_LIMIT} />
      </label>
    </li>
  );
}
