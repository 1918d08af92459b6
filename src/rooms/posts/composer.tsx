import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { LOCALES, ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { useField } from '../../ui/parts/form-context';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { AttachButton, Attaching } from './attaching';
import { Composing, PreviewButton } from './composing';
import type { PostView } from './post.schema';
import { postPath, threadPath } from '../room-paths';

interface ComposerProps {
  threadId: string;
  form: FormState;
  /** The post that is being answered. */
  answered?: PostView;
}

/** Where posts are written. The tool bar and the preview need the script and are shown by it. */
export function Composer({ threadId, form, answered }: ComposerProps) {
  const { t } = useLanguage();
  return (
    <Form
      id="write"
      class="composer"
      files
      action={`${threadPath(threadId)}/posts`}
      state={form}
      label={t('rooms:composer.label')}
      labels={{
        body: t('rooms:composer.write'),
        file: t('rooms:attach.file'),
        fileAlt: t('files:field.alt'),
      }}
    >
      <Hidden name="clientId" />
      <Text above={<Answering threadId={threadId} answered={answered} />} />
      <Attaching />
      <div class="toolbar">
        <LanguageOfPost />
        <AttachButton />
        <PreviewButton />
        <Button kind="main" class="end">
          {t('rooms:composer.send')}
        </Button>
      </div>
    </Form>
  );
}

/** Whom this answers, with a way to take that back. Always there, so that the script can fill it. */
function Answering({ threadId, answered }: { threadId: string; answered?: PostView }) {
  const { t } = useLanguage();
  const words = answered ? `${answered.author.name}, ${answered.number}` : '';
  return (
    <p class="row small answering" data-slot="answering" hidden={!answered}>
      <span>
        {t('rooms:post.answers')}{' '}
        <Link path={answered ? postPath(threadId, answered.number) : threadPath(threadId)}>{words}</Link>
      </span>
      <span data-slot="not-answering">
        <Link path={`${threadPath(threadId)}#write`} class="plain">
          {t('rooms:composer.not_answering')}
        </Link>
      </span>
      <Hidden name="replyToId" />
    </p>
  );
}

function Text({ above }: { above: ComponentChildren }) {
  const { t } = useLanguage();
  const facts = useField('body');
  return (
    <>
      <label class="visually-hidden" for={facts.id}>
        {t('rooms:composer.write')}
      </label>
      {facts.errors.length > 0 && (
        <p class="error composer-error" id={facts.errorId}>
          {facts.errors.join(' ')}
        </p>
      )}
      <Composing
        rows={4}
        lang={useField('locale').value}
        placeholder={t('rooms:composer.write')}
        above={above}
      />
    </>
  );
}

function LanguageOfPost() {
  const { t } = useLanguage();
  const { id, value } = useField('locale');
  return (
    <>
      <label class="small" for={id}>
        {t('rooms:composer.language')}
      </label>
      <select id={id} name="locale">
        {LOCALES.map((locale) => (
          <option value={locale} lang={locale} selected={locale === value}>
            {ownName(locale)}
          </option>
        ))}
      </select>
    </>
  );
}
