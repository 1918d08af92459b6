import type { Language } from '../../core/i18n/language';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import { pathPath } from '../evidence-paths';
import { EvidenceMark } from '../reading/evidence-mark';
import { kindWords } from '../reading/kind-words';
import type { Relation } from '../relation';
import type { PathLink, PathView, Station } from './path.schema';
import type { Direction } from './walking';

const DOWN: Record<Relation, Key> = {
  concluded_from: 'evidence:relation.concluded_from',
  rests_on: 'evidence:relation.rests_on',
  answers: 'evidence:relation.answers',
  recommends: 'evidence:relation.recommends',
  published_in: 'evidence:relation.published_in',
};

const UP: Record<Relation, Key> = {
  concluded_from: 'evidence:relation.concluded',
  rests_on: 'evidence:relation.supports',
  answers: 'evidence:relation.answered_by',
  recommends: 'evidence:relation.recommended',
  published_in: 'evidence:relation.published',
};

interface TreeProps {
  view: PathView;
  direction: Direction;
  /** Whose branches are drawn. */
  from: string;
  /** Stations whose branches have been drawn already. */
  drawn?: Set<string>;
}

/** One direction of the path, station by station, each below the one that leads to it. */
export function PathTree({ view, direction, from, drawn = new Set([from]) }: TreeProps) {
  const { t } = useLanguage();
  const [near, far] =
    direction === 'below' ? (['statement', 'ground'] as const) : (['ground', 'statement'] as const);
  const links = view[direction].filter((link) => link[near] === from);
  const stations = new Map(view.stations.map((station) => [station.key, station]));
  const shown = links.filter((link) => stations.get(link[far])?.title);
  const hidden = links.length - shown.length;
  if (links.length === 0) return null;
  return (
    <ol class="path path-tree">
      {shown.map((link) => {
        const station = stations.get(link[far])!;
        const again = drawn.has(station.key);
        drawn.add(station.key);
        return (
          <li>
            <Stop link={link} station={station} direction={direction} again={again} />
            {!again && <PathTree {...{ view, direction, drawn }} from={station.key} />}
          </li>
        );
      })}
      {hidden > 0 && <li class="ahead soft">{t('evidence:path.hidden', { count: hidden })}</li>}
    </ol>
  );
}

/** `Answer · Italy` */
export const kindAndPlace = (language: Language, { kind, country }: Station): string =>
  [language.t(kindWords(kind!)), ...(country ? [language.country(country)] : [])].join(' · ');

interface StopProps {
  link: PathLink;
  station: Station;
  direction: Direction;
  again: boolean;
}

function Stop({ link, station, direction, again }: StopProps) {
  const language = useLanguage();
  const { t } = language;
  const { kind, at, id } = station;
  return (
    <>
      <span class="small soft">
        {t(direction === 'below' ? DOWN[link.relation] : UP[link.relation])}
        {': '}
        {kindAndPlace(language, station)}
      </span>
      <StationTitle of={station} />
      {link.quote && <PathQuote quote={link.quote} />}
      <EvidenceMark standing={link.standing} since={link.standingSince} />
      <span class="small soft dots">
        {at && <Time value={at} as="date" />}
        <span>
          {again ? (
            t('evidence:path.again')
          ) : (
            <Link path={pathPath({ kind: kind!, id: id! })}>{t('evidence:path.from_here')}</Link>
          )}
        </span>
      </span>
    </>
  );
}

function PathQuote({ quote: { text, locale, rendering } }: { quote: NonNullable<PathLink['quote']> }) {
  return (
    <>
      <q class="serif path-quote" lang={locale}>
        {text}
      </q>
      {rendering && (
        <span class="path-quote">
          <q class="serif" lang={rendering.locale}>
            {rendering.text}
          </q>
          <Standing of={rendering} />
        </span>
      )}
    </>
  );
}

export function StationTitle({ of: { title, path, address } }: { of: Station }) {
  if (!title) return null;
  if (path !== null)
    return (
      <Link path={path} lang={title.locale} class="path-title">
        {title.text}
      </Link>
    );
  if (address === null)
    return (
      <cite class="path-title" lang={title.locale}>
        {title.text}
      </cite>
    );
  return (
    <a href={address} rel="nofollow noopener" lang={title.locale} class="path-title">
      {title.text}
    </a>
  );
}
