import type { ComponentChildren } from 'preact';
import { useHref } from '../language';
import { Link } from './link';

type ButtonKind = 'main' | 'danger' | 'plain' | 'react';

interface Looks {
  /** At most one `main` per view; `plain` looks like a link; `react` is a toggle with `pressed`. */
  kind?: ButtonKind;
  small?: boolean;
  class?: string;
}

function buttonClass({ kind, small, class: extra }: Looks): string {
  const base = kind === 'plain' ? 'plain' : kind === 'react' ? 'react' : 'button';
  const tone = kind === 'main' || kind === 'danger' ? `button-${kind}` : undefined;
  const size = small ? (base === 'button' ? 'button-small' : 'small') : undefined;
  return [base, tone, size, extra].filter(Boolean).join(' ');
}

interface ButtonProps extends Looks {
  children: ComponentChildren;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  disabled?: boolean;
  hidden?: boolean;
  id?: string;
  /** For toggles. */
  pressed?: boolean | 'true' | 'false';
  /** Id of a form that the button stands outside of. */
  form?: string;
  /** Path without the locale, where its form goes instead of where it usually goes. */
  action?: string;
  describedBy?: string;
  /** When the visible words alone do not tell which thing is meant. */
  label?: string;
  /** Hook for a script of ui/browser. */
  'data-action'?: string;
  /** What a script puts where it stands. */
  'data-use'?: string;
}

export function Button(props: ButtonProps) {
  const {
    kind,
    small,
    class: extra,
    type = 'submit',
    pressed,
    describedBy,
    label,
    action,
    children,
    ...rest
  } = props;
  const href = useHref();
  return (
    <button
      type={type}
      class={buttonClass({ kind, small, class: extra })}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      aria-label={label}
      formAction={action && href(action)}
      {...rest}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Looks {
  path: string;
  children: ComponentChildren;
  lang?: string;
}

/** Goes somewhere; whatever changes state is a Button in a Form. */
export function ButtonLink({ path, children, lang, ...looks }: ButtonLinkProps) {
  return (
    <Link path={path} lang={lang} class={buttonClass(looks)}>
      {children}
    </Link>
  );
}
