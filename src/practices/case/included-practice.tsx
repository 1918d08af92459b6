import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Standing } from '../../ui/parts/standing';
import { practicePath } from '../practice-paths';
import { words } from '../practice-words';
import { usePlace } from './case-facts';
import type { PracticeView } from './case.schema';

/** A case where another text includes it: what it is called, whose it is, and the way to all of it. */
export function IncludedPractice({ of }: { of: PracticeView }) {
  const { t } = useLanguage();
  const { texts, slug, rating, owner, version, id } = of;
  const place = usePlace(of);
  const title = texts.title!;
  return (
    <aside class={title.state === 'machine' ? 'callout by-machine' : 'callout'}>
      <p class="callout-title">{t(rating ? words.rating(rating) : 'practices:list.title')}</p>
      <p lang={title.locale}>
        <b>
          <Link path={practicePath(slug)}>{title.text}</Link>
        </b>
      </p>
      {texts.strapline && <p lang={texts.strapline.locale}>{texts.strapline.text}</p>}
      <p class="small soft dots">
        {owner && <span lang={owner.lang}>{owner.name}</span>}
        {place && <span>{place}</span>}
        <span>{t('practices:case.version', { version })}</span>
      </p>
      <p class="small">
        <Standing of={title} text={{ kind: 'practice', id }} />
      </p>
    </aside>
  );
}
