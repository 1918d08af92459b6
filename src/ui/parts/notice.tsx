import type { ComponentChildren } from 'preact';

interface NoticeProps {
  kind?: 'good' | 'amber' | 'red' | 'quiet';
  title?: string;
  children?: ComponentChildren;
  /** `status` is read out when it appears; `alert` at once. Neither for what was there from the start. */
  role?: 'status' | 'alert' | 'note';
  id?: string;
  hidden?: boolean;
}

/** The hub says something. Amber for outdated, red for errors, quiet for passing states. */
export function Notice({ kind = 'good', title, children, role, id, hidden }: NoticeProps) {
  const plain = typeof children === 'string';
  return (
    <div class={kind === 'good' ? 'notice' : `notice notice-${kind}`} role={role} id={id} hidden={hidden}>
      {title && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {plain ? <p>{children}</p> : children}
    </div>
  );
}
