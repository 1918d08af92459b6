import type { ComponentChildren } from 'preact';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FieldFrame } from '../../ui/parts/field-frame';
import { described, textareaValue, useField } from '../../ui/parts/form-context';
import { OtherDraft } from '../drafts/other-draft';
import { useThreadWords, PageData } from '../live/page-data';
import { POST_LIMIT } from './post.schema';

interface ComposingProps {
  rows: number;
  lang: string | undefined;
  placeholder?: string;
  hinted?: boolean;
  /** Between the tools and the text. */
  above?: ComponentChildren;
}

/** The text of a post with its tools, which the script shows: marks, proposals of names, a preview, what is left. */
export function Composing({ rows, lang, placeholder, hinted = false, above }: ComposingProps) {
  const { t } = useLanguage();
  const facts = useField('body');
  return (
    <>
      <FormatBar />
      {above}
      <textarea
        id={facts.id}
        name="body"
        rows={rows}
        lang={lang}
        placeholder={placeholder}
        data-max={POST_LIMIT}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        required
        {...described(facts, hinted)}
      >
        {textareaValue(facts.value)}
      </textarea>
      <OtherDraft />
      <ul
        class="completion"
        role="listbox"
        id={`${facts.id}-who`}
        aria-label={t('rooms:mention.label')}
        data-slot="who"
        hidden
      />
      <p class="visually-hidden" role="status" data-slot="who-count" />
      <div class="said-text preview" data-slot="preview" hidden />
      <p class="small soft left" role="status" data-slot="left" />
    </>
  );
}

/** The script shows it. */
export function PreviewButton() {
  const { t } = useLanguage();
  return (
    <Button type="button" kind="plain" small hidden data-action="preview">
      {t('rooms:composer.preview')}
    </Button>
  );
}

/** The same as a field of a longer form: with its label, and how to write. */
export function PostField() {
  const language = useLanguage();
  const { t } = language;
  const facts = useField('body');
  const lang = useField('locale').value;
  const limit = t('ui:form.up_to', { max: language.number(POST_LIMIT) });
  return (
    <FieldFrame
      facts={facts}
      label={t('rooms:thread.text')}
      hint={[t('rooms:composer.markdown'), ' ', limit]}
    >
      <div class="composer">
        <Composing rows={10} lang={lang} hinted />
        <div class="toolbar end-of-text">
          <PreviewButton />
        </div>
      </div>
    </FieldFrame>
  );
}

/** What the script must know on a page that has such a field. */
export function WritingData({ room }: { room: string }) {
  return <PageData facts={{ kind: 'writing', room }} words={useThreadWords()} />;
}

interface Format {
  name: string;
  key: Key;
  keys: string;
  look?: 'b' | 'i' | 'code';
}

const FORMATS: Format[] = [
  { name: 'bold', key: 'rooms:format.bold', keys: 'B', look: 'b' },
  { name: 'italic', key: 'rooms:format.italic', keys: 'I', look: 'i' },
  { name: 'list', key: 'rooms:format.list', keys: 'Shift+8' },
  { name: 'quote', key: 'rooms:format.quote', keys: 'Shift+9' },
  { name: 'link', key: 'rooms:format.link', keys: 'K' },
  { name: 'code', key: 'rooms:format.code', keys: 'E', look: 'code' },
];

/** One stop for the Tab key; arrows lead from button to button. */
function FormatBar() {
  const { t } = useLanguage();
  return (
    <div
      class="toolbar format-bar"
      role="toolbar"
      aria-label={t('rooms:format.label')}
      data-slot="format"
      hidden
    >
      {FORMATS.map(({ name, key, keys, look: Look }) => (
        <button
          type="button"
          data-format={name}
          title={`Ctrl+${keys}`}
          aria-keyshortcuts={`Control+${keys} Meta+${keys}`}
        >
          {Look ? <Look>{t(key)}</Look> : t(key)}
        </button>
      ))}
    </div>
  );
}
