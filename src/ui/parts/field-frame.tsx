import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import type { FieldFacts } from './form-context';

export function FieldHint({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <span class="hint" id={id}>
      {children}
    </span>
  );
}

export function FieldError({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <span class="error" id={id}>
      {errors.join(' ')}
    </span>
  );
}

interface FrameProps {
  facts: FieldFacts;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** Label, hint, error, field, in this order. */
export function FieldFrame({ facts, label, hint, optional, class: extra, children }: FrameProps) {
  return (
    <div class={['field', facts.errors.length > 0 && 'has-error', extra].filter(Boolean).join(' ')}>
      <label for={facts.id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && <FieldHint id={facts.hintId}>{hint}</FieldHint>}
      <FieldError id={facts.errorId} errors={facts.errors} />
      {children}
    </div>
  );
}

export function Optional() {
  const { t } = useLanguage();
  return <span class="optional"> {t('ui:form.optional')}</span>;
}
