import type { RenderedText } from '../../core/database/rendered';
import { useLanguage } from '../language';
import { Link } from './link';
import { TextState } from './text-state';

type Facts = Omit<RenderedText, 'text' | 'by'> & Partial<Pick<RenderedText, 'by'>>;

interface StandingProps {
  of: Facts;
  /** Which text it is: then the original stands one click away. */
  text?: { kind: string; id: string };
}

/** The marker under a text that a reader was given: original, translated by whom, outdated, or not in her language. */
export function Standing({ of, text }: StandingProps) {
  const { locale, t } = useLanguage();
  const missing = of.state === 'original' && of.locale !== locale;
  // What a machine made is never without its mark, however old it is.
  const outdated = of.outdated && of.state !== 'machine';
  return (
    <span class="standing">
      <TextState
        state={outdated ? 'outdated' : missing ? 'missing' : of.state}
        originalLocale={of.originalLocale}
      />
      {of.by && <span class="small soft">{of.by}</span>}
      {of.outdated && !outdated && <span class="state state-outdated">{t('ui:state.changed')}</span>}
      {text && <Beside of={of} text={text} />}
    </span>
  );
}

/** The way to the original, beside the translation that a reader was given. */
export function Beside({ of, text }: { of: Pick<Facts, 'state'>; text: { kind: string; id: string } }) {
  const { t } = useLanguage();
  if (of.state === 'original') return null;
  return (
    <Link path={`/texts/${text.kind}/${text.id}`} class="small">
      {t('ui:state.beside')}
    </Link>
  );
}
