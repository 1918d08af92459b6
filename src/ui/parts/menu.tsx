import type { ComponentChildren } from 'preact';

interface MenuProps {
  /** What is seen of it while it is closed. */
  label: ComponentChildren;
  /** Links, and forms with one button. */
  children: ComponentChildren;
  /** `button`: looks like a button; `person`: the one in the header. */
  kind?: 'button' | 'person';
  /** The panel hangs from the right end, for a menu at the right of its row. */
  end?: boolean;
}

/** Opens without a script; ui/browser/menu closes it by Escape and by a click elsewhere. */
export function Menu({ label, children, kind = 'button', end }: MenuProps) {
  return (
    <details class={`menu ${kind === 'person' ? 'person' : 'export'}${end ? ' menu-end' : ''}`}>
      <summary class={kind === 'button' ? 'button' : undefined}>{label}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}
