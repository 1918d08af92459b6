import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import type { EditorSources } from './editor-sources';
import { EditorTools } from './editor-tools';
import { FieldFrame } from './field-frame';
import { described, textareaValue, useField } from './form-context';

interface TextAreaProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  /** Most characters; said in the hint, never cut off while typing. */
  max?: number;
  rows?: number;
  lang?: string;
  /** Serif, for what will be published. */
  published?: boolean;
  /** A text in the document dialect, edited as it looks: its page asks for the script `editor`. */
  editor?: EditorSources;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, optional, max, rows = 4, lang, published, editor } = props;
  const language = useLanguage();
  const facts = useField(name);
  const limit = max && language.t('ui:form.up_to', { max: language.number(max) });
  const words = hint && limit ? [hint, ' ', limit] : (hint ?? limit);
  return (
    <FieldFrame facts={facts} label={label} hint={words} optional={optional}>
      <textarea
        class={published ? 'input serif' : 'input'}
        id={facts.id}
        name={name}
        rows={rows}
        lang={lang}
        data-max={max}
        data-editor={editor && ''}
        required={facts.demanding && !optional}
        {...described(facts, Boolean(words))}
      >
        {textareaValue(facts.value)}
      </textarea>
      {editor && <EditorTools id={facts.id} sources={editor} />}
    </FieldFrame>
  );
}
