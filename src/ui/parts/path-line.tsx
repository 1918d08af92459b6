import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Link } from './link';

export interface Step {
  label: ComponentChildren;
  path?: string;
  /** Quiet words below. */
  note?: ComponentChildren;
  state?: 'done' | 'here' | 'ahead';
  lang?: string;
}

interface PathLineProps {
  steps: Step[];
  /** In one row, for lists. */
  across?: boolean;
  label?: string;
}

/** From what people said to what policy reads. */
export function PathLine({ steps, across, label }: PathLineProps) {
  const { t } = useLanguage();
  return (
    <ol class={across ? 'path path-across' : 'path'} aria-label={label ?? t('ui:path.label')}>
      {steps.map(({ label: words, path, note, state = 'done', lang }) => (
        <li
          class={state === 'done' ? undefined : state}
          lang={lang}
          aria-current={state === 'here' ? 'step' : undefined}
        >
          {path ? <Link path={path}>{words}</Link> : state === 'here' ? <b>{words}</b> : words}
          {note && <span class="small soft">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
