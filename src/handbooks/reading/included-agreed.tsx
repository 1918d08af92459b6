import type { AgreedThing } from '../../evidence/reading/agreed.service';
import { kindWords } from '../../evidence/reading/kind-words';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Standing } from '../../ui/parts/standing';

/** What people agreed on, in a box of its own that leads to it and to what it rests on. */
export function IncludedAgreed({ of: { kind, id, title, text, path } }: { of: AgreedThing }) {
  const { t } = useLanguage();
  const said = text ?? title;
  return (
    <aside class={said.state === 'machine' ? 'callout by-machine' : 'callout'}>
      <p class="callout-title">{t(kindWords(kind))}</p>
      {text && (
        <p class="small soft" lang={title.locale}>
          {title.text}
        </p>
      )}
      {said.text.split(/\n{2,}/).map((paragraph) => (
        <p lang={said.locale}>{paragraph}</p>
      ))}
      <p class="small row row-center">
        <Link path={path}>{t('handbooks:reading.agreed')}</Link>
        <Standing of={said} text={{ kind, id }} />
      </p>
    </aside>
  );
}
