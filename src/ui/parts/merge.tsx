import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Button } from './button';
import type { Option } from './choice';
import { fieldId, textareaValue } from './form-context';
import { Form } from './form';
import { Hidden } from './hidden';
import { Link } from './link';
import { Notice } from './notice';

export interface MergeField {
  name: string;
  label: string;
  theirs: string;
  yours: string;
  lang?: string;
  /** Several lines. */
  long?: boolean;
  /** For a field that is chosen, not written. */
  options?: Option[];
}

interface MergeProps {
  /** Where the form was going; the same verb takes the merged text. */
  action: string;
  /** The revision that stands now: the merged text is saved on top of it. */
  revision: number;
  fields: MergeField[];
  /** Who saved first and when, in words. */
  theirsBy?: ComponentChildren;
  /** Back to the thing as it stands now, giving up one's own text. */
  cancelPath: string;
  /** Further hidden fields of the form. */
  hidden?: Record<string, string>;
}

/** Somebody saved first: theirs and yours beside each other, field by field. Nothing typed is lost. */
export function Merge({ action, revision, fields, theirsBy, cancelPath, hidden = {} }: MergeProps) {
  const { t } = useLanguage();
  return (
    <Form action={action} class="merge stack" id="merge">
      <Notice kind="amber" role="alert" title={t('ui:merge.title')}>
        <p>{t('ui:merge.how')}</p>
        {theirsBy && <p class="small">{theirsBy}</p>}
      </Notice>
      <Hidden name="revision" value={revision} />
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      {fields.map((field) =>
        field.theirs === field.yours ? <Agreed {...field} /> : <Differing {...field} />,
      )}
      <div class="row row-center">
        <Button kind="main">{t('ui:merge.save')}</Button>
        <Link path={cancelPath}>{t('ui:merge.keep_theirs')}</Link>
      </div>
    </Form>
  );
}

/** Shown so that the whole can be read; what both left empty is only carried along. */
function Agreed({ name, label, yours, lang, options }: MergeField) {
  const { t } = useLanguage();
  if (!yours) return <Hidden name={name} value={yours} />;
  return (
    <div class="merge-field merge-same">
      <p class="legend">{label}</p>
      <p lang={lang}>{inWords(yours, options)}</p>
      <p class="small soft">{t('ui:merge.same')}</p>
      <Hidden name={name} value={yours} />
    </div>
  );
}

const inWords = (value: string, options: Option[] = []): string =>
  options.find((option) => option.value === value)?.label ?? value;

function Differing(field: MergeField) {
  const { name, label, theirs, lang, options } = field;
  const { t } = useLanguage();
  const id = fieldId('merge', name);
  return (
    <fieldset class="merge-field">
      <legend class="legend">{label}</legend>
      <div class="merge-theirs">
        <p class="small soft">{t('ui:merge.theirs')}</p>
        <p class="merge-text" lang={lang}>
          {inWords(theirs, options)}
        </p>
      </div>
      <div class="merge-yours">
        <label class="small soft" for={id}>
          {t('ui:merge.yours')}
        </label>
        <Yours {...field} id={id} />
      </div>
    </fieldset>
  );
}

function Yours({ id, name, yours, lang, long, options }: MergeField & { id: string }) {
  if (options)
    return (
      <select class="input" id={id} name={name}>
        {options.map(({ value, label, lang: own }) => (
          <option value={value} lang={own} selected={value === yours}>
            {label}
          </option>
        ))}
      </select>
    );
  if (!long) return <input class="input" id={id} name={name} lang={lang} value={yours} />;
  return (
    <textarea class="input" id={id} name={name} lang={lang} rows={6}>
      {textareaValue(yours)}
    </textarea>
  );
}
