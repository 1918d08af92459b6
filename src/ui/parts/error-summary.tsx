import type { FormState } from '../../core/http/form';
import { useLanguage } from '../language';
import { fieldId } from './form-context';

/** On top of a refused form: what is wrong, each with a link to its field. */
export function ErrorSummary({
  state,
  prefix,
  labels,
}: {
  state: FormState;
  prefix: string;
  labels: Record<string, string>;
}) {
  const { t } = useLanguage();
  const { problems, refusal } = state;
  if (problems.length === 0 && !refusal) return null;
  if (problems.length === 0)
    return (
      <div class="notice notice-red" role="alert" tabIndex={-1}>
        <p>{refusal && t(refusal.key, refusal.values)}</p>
      </div>
    );
  return (
    <div class="notice notice-red error-summary" role="alert" tabIndex={-1}>
      <p>
        <b>{t('ui:form.problems', { count: problems.length })}</b>
      </p>
      <ul class="stack stack-tight">
        {problems.map(({ path, key, values }) => (
          <li>
            <a href={`#${fieldId(prefix, path)}`}>
              {labels[path] ? `${labels[path]}: ${t(key, values)}` : t(key, values)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
