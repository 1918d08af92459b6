import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  /** What is missing. */
  title: string;
  children?: ComponentChildren;
  /** The next step: a ButtonLink. */
  action?: ComponentChildren;
  heading?: 'h2' | 'h3' | 'p';
}

export function EmptyState({ title, children, action, heading: Heading = 'p' }: EmptyStateProps) {
  return (
    <div class="empty">
      <Heading class="item-title">{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
