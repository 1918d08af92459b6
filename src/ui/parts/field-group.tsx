import type { ComponentChildren } from 'preact';

/** Fields that belong together under one question. */
export function FieldGroup({
  label,
  hint,
  children,
}: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <fieldset class="stack field-group">
      <legend class="legend">{label}</legend>
      {hint && <p class="small soft">{hint}</p>}
      {children}
    </fieldset>
  );
}
