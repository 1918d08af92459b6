import type { ComponentChildren } from 'preact';

export interface MenuProps {
  /** What is seen of it while it is closed. */
  label: ComponentChildren;
  /** Links, and forms with one button. */
  children: ComponentChildren;
  /** `button`: looks like a button; `person`: the one in the header. */
  kind?: 'button' | 'person';
}

/** Opens without a script; ui/browser/menu closes it by Escape and by a click elsewhere. */
export function Menu({ label, children, kind = 'button' }: MenuProps) {
  return (
    <details class={kind === 'person' ? 'menu person' : 'menu export'}>
      <summary class={kind === 'button' ? 'button' : undefined}>{label}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}
