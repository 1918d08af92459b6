import { isValidElement, toChildArray, type ComponentChildren } from 'preact';
import { freshForm, type FormState } from '../../core/http/form';
import { useHref, useLanguage, useReading } from '../language';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';

interface FormProps {
  /** Path without the locale. */
  action: string;
  state?: FormState;
  method?: 'post' | 'get';
  children: ComponentChildren;
  /** Also keeps the ids of the fields apart from those of other forms on the page. */
  id?: string;
  class?: string;
  /** Names the form as a landmark, where a page has several. */
  label?: string;
  role?: 'search';
  /** Names of fields for the error summary that are not found on the fields themselves. */
  labels?: Record<string, string>;
  /** It has a field for a file. */
  files?: boolean;
  'data-script'?: string;
  /** A post is written in it: what the script of rooms calls it. */
  'data-writing'?: 'thread' | 'post';
}

/** Everything that changes state goes through here: it carries the session's token. */
export function Form(props: FormProps) {
  const {
    action,
    state = freshForm(),
    method = 'post',
    children,
    id,
    label,
    labels,
    class: look,
    files,
    ...rest
  } = props;
  const href = useHref();
  const { formToken } = useReading();
  const prefix = id ?? '';
  const { t } = useLanguage();
  return (
    <form
      action={href(action)}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      id={id}
      class={look ?? 'stack'}
      aria-label={label}
      noValidate
      {...rest}
    >
      {method === 'post' && <input type="hidden" name="_token" value={formToken} />}
      <ErrorSummary
        state={state}
        prefix={prefix}
        labels={{ locale: t('ui:form.language'), ...labelsIn(children), ...labels }}
      />
      <FormContext.Provider value={{ state, prefix, demanding: method === 'post' }}>
        {children}
      </FormContext.Provider>
    </form>
  );
}

/** The labels of the fields that stand in the form's markup, by name. */
function labelsIn(children: ComponentChildren): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const child of toChildArray(children)) {
    if (!isValidElement(child)) continue;
    const { name, label, children: inner } = child.props as Record<string, unknown>;
    if (typeof name === 'string' && typeof label === 'string') labels[name] = label;
    if (inner) Object.assign(labels, labelsIn(inner as ComponentChildren));
  }
  return labels;
}
