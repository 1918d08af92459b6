import { DocumentLink } from '../../files/document-link';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Time } from '../../ui/parts/time';
import { recommendationPath } from '../recommendation-paths';
import { words } from '../recommendation-words';
import type { UptakeView } from './uptake.schema';

/** Who has taken it up, how far they have come, and what shows it. */
export function UptakeList({ id, uptakes }: { id: string; uptakes: UptakeView[] }) {
  const { t } = useLanguage();
  if (uptakes.length === 0) return <p class="soft">{t('recommendations:uptake.nobody')}</p>;
  return (
    <ul class="list">
      {uptakes.map((uptake) => (
        <UptakeRow id={id} uptake={uptake} />
      ))}
    </ul>
  );
}

function UptakeRow({ id, uptake }: { id: string; uptake: UptakeView }) {
  const language = useLanguage();
  const { t } = language;
  const { who, country, state, since, history, withdrawal, can } = uptake;
  return (
    <li id={`uptake-${uptake.id}`}>
      <p class="item-title">
        <Who who={who} />
      </p>
      <p class="small soft dots">
        <span>{language.country(country)}</span>
        <b>{t(words.uptake(state))}</b>
        <span>{t('recommendations:uptake.since', { date: language.calendarDate(since) })}</span>
        {withdrawal && <Tag>{t('recommendations:uptake.withdrawn')}</Tag>}
      </p>
      {withdrawal && <p lang={withdrawal.locale}>{withdrawal.text}</p>}
      {!withdrawal && <History history={history} />}
      {can.update && (
        <p class="no-print">
          <ButtonLink path={`${recommendationPath(id)}/uptakes/${uptake.id}`} small>
            {t('recommendations:uptake.update_named', { name: who.name })}
          </ButtonLink>
        </p>
      )}
    </li>
  );
}

export function Who({ who: { name, locale, slug } }: Pick<UptakeView, 'who'>) {
  if (!slug) return <>{name}</>;
  return (
    <Link path={`/organisations/${slug}`} {...(locale && { lang: locale })}>
      {name}
    </Link>
  );
}

/** Newest first; each with what shows it and who told it. */
function History({ history }: Pick<UptakeView, 'history'>) {
  const { t } = useLanguage();
  return (
    <ul class="plain-list">
      {history.map(({ state, since, proof, address, file, toldBy, toldAt }) => (
        <li>
          <p class="small dots">
            <span>
              <Time value={since} as="calendar" />: {t(words.uptake(state))}
            </span>
            {address && (
              <a href={address} rel="external nofollow">
                {new URL(address).host}
              </a>
            )}
            {file && <DocumentLink file={file} />}
          </p>
          {proof && <p lang={proof.locale}>{proof.text}</p>}
          <p class="small soft dots">
            <span>
              {toldBy
                ? t('recommendations:uptake.told_by', { name: toldBy })
                : t('recommendations:uptake.told')}
            </span>
            <Time value={toldAt} as="date" />
          </p>
        </li>
      ))}
    </ul>
  );
}
