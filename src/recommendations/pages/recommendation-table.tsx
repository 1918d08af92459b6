import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Standing } from '../../ui/parts/standing';
import { codeOf, UPTAKE_STATES } from '../recommendation-facts';
import { recommendationPath } from '../recommendation-paths';
import type { RecommendationView } from '../recommendation.schema';
import { words } from '../recommendation-words';

/** Recommendations side by side: to whom, what, at what cost, resting on what, and who has taken them up. */
export function RecommendationTable({ items }: { items: RecommendationView[] }) {
  const { t } = useLanguage();
  return (
    <table class="data reflow recommendations">
      <caption class="visually-hidden">{t('recommendations:list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('recommendations:field.text')}</th>
          <th scope="col">{t('recommendations:field.addressee')}</th>
          <th scope="col">{t('recommendations:field.cost')}</th>
          <th scope="col">{t('recommendations:list.evidence')}</th>
          <th scope="col">{t('recommendations:list.uptake')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: RecommendationView }) {
  const { t } = useLanguage();
  const { id, text, addressee, level, cost, status, evidence } = item;
  return (
    <tr id={codeOf(item).toLowerCase()}>
      <th scope="row">
        <p class="said" lang={text.locale}>
          <span class="num soft">{codeOf(item)}</span> <Link path={recommendationPath(id)}>{text.text}</Link>
        </p>
        {text.state !== 'original' && <Standing of={text} />}
        <p class="small soft dots">
          <Place {...item} />
          {status !== 'published' && (
            <span>
              <Tag>{t(words.status(status))}</Tag>
            </span>
          )}
        </p>
      </th>
      <td>
        <span lang={addressee.locale}>{addressee.text}</span>
        <span class="small soft place">{t(words.level(level))}</span>
      </td>
      <td>
        <Labelled label={t('recommendations:field.cost')}>{t(words.cost(cost))}</Labelled>
      </td>
      <td>
        {t('recommendations:list.grounds', { count: evidence.count })}
        {evidence.standing !== 'sound' && <Tag>{t('recommendations:list.shaken')}</Tag>}
      </td>
      <td>
        <UptakeInShort {...item} />
      </td>
    </tr>
  );
}

/** On a phone the head of the table is not seen. */
function Labelled({ label, children }: { label: string; children: string }) {
  return (
    <>
      <span class="only-narrow soft">{label}: </span>
      {children}
    </>
  );
}

/** For which country and from which side. */
export function Place({ country, dimension }: Pick<RecommendationView, 'country' | 'dimension'>) {
  const language = useLanguage();
  return (
    <>
      <span>{country ? language.country(country) : language.t('recommendations:all_countries')}</span>
      {dimension && (
        <span>
          {dimension.code} <span lang={dimension.title.locale}>{dimension.title.text}</span>
        </span>
      )}
    </>
  );
}

/** Counted by how far they have come; what nobody did is not said. */
export function UptakeInShort({ uptake }: Pick<RecommendationView, 'uptake'>) {
  const { t } = useLanguage();
  const told = UPTAKE_STATES.filter((state) => uptake[state] > 0);
  if (told.length === 0) return <span class="soft">{t('recommendations:uptake.nobody')}</span>;
  return (
    <ul class="plain-list">
      {told.map((state) => (
        <li>
          <span class="num">{uptake[state]}</span> {t(words.uptake(state))}
        </li>
      ))}
    </ul>
  );
}
