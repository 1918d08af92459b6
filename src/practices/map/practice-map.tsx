import { useHref, useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { EUROPE, placeAt, type Place } from './places';
import { spread, viewOf, type Point, type View } from './spread';

/** Cases at one place. */
export interface MapMark {
  /** Of a region or a country: see `placeOf`. */
  code: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  count: number;
  /** The list with the cases of this place only. */
  path: string;
  current?: boolean;
}

interface DrawnMark extends MapMark {
  place: Place;
  label: string;
  lang: string | undefined;
}

/** How large a mark is where the whole of Europe is shown. */
const RADIUS = 25;

/**
 * Europe with a mark where there are cases, and the same as a table: who does not see the map loses nothing.
 * Drawn by the hub itself; nobody else learns what is looked at.
 */
export function PracticeMap({ marks }: { marks: MapMark[] }) {
  const language = useLanguage();
  const { t } = language;
  const drawn = marks.flatMap((mark) => {
    const place = placeAt(mark.code);
    if (!place) return [];
    const whole = t('practices:map.whole', { country: language.country(mark.country) });
    return [{ ...mark, place, label: place.name ?? whole, lang: place.language }];
  });
  if (drawn.length === 0) return null;
  const inOrder = language.sort(drawn, ({ label }) => label);
  return (
    <figure class="map">
      <Drawing marks={inOrder} />
      <figcaption class="small soft">
        {t('practices:map.key')} {t('practices:map.source')}
      </figcaption>
      <Bars
        caption={t('practices:map.table')}
        columns={[t('practices:map.region'), t('practices:map.cases'), t('practices:map.share')]}
        bars={inOrder.map(({ label, lang, count, path }) => ({
          label,
          value: count,
          path,
          ...(lang && { lang }),
        }))}
      />
    </figure>
  );
}

function Drawing({ marks }: { marks: DrawnMark[] }) {
  const { t } = useLanguage();
  const view = viewOf(marks.map(({ place }) => place));
  const radius = Math.round((RADIUS * view.width) / EUROPE.width);
  const places = spread(
    marks.map(({ place }) => place),
    radius * 2.1,
  );
  return (
    <svg viewBox={boxOf(view)} role="group" aria-label={t('practices:map.title')}>
      <path class="land" d={EUROPE.land} aria-hidden="true" />
      <path class="borders" d={EUROPE.borders} aria-hidden="true" />
      {marks.map((mark, number) => (
        <Tether from={mark.place} to={places[number]!} radius={radius} />
      ))}
      {marks.map((mark, number) => (
        <Mark mark={mark} at={places[number]!} radius={radius} />
      ))}
    </svg>
  );
}

const boxOf = ({ x, y, width, height }: View): string => [x, y, width, height].join(' ');

/** From a mark that had to make way to where it belongs. */
function Tether({ from, to, radius }: { from: Point; to: Point; radius: number }) {
  if (Math.hypot(from.x - to.x, from.y - to.y) < radius * 0.6) return null;
  return (
    <g class="tether" aria-hidden="true">
      <path d={`M${Math.round(from.x)} ${Math.round(from.y)}L${to.x} ${to.y}`} />
      <circle cx={Math.round(from.x)} cy={Math.round(from.y)} r={Math.round(radius / 5)} />
    </g>
  );
}

/** A circle for a region, a square for a country; the number says how many. */
function Mark({ mark, at, radius }: { mark: DrawnMark; at: Point; radius: number }) {
  const { t } = useLanguage();
  const href = useHref();
  const { label, count, path, place, current } = mark;
  const words = t('practices:map.mark', { place: label, count });
  const half = Math.round(radius * 0.9);
  return (
    <a class="mark" href={href(path)} aria-label={words} aria-current={current ? 'true' : undefined}>
      <title>{words}</title>
      {place.name ? (
        <circle cx={at.x} cy={at.y} r={radius} />
      ) : (
        <rect x={at.x - half} y={at.y - half} width={half * 2} height={half * 2} />
      )}
      <text x={at.x} y={at.y + Math.round(radius * 0.37)} font-size={Math.round(radius * 1.08)}>
        {count}
      </text>
    </a>
  );
}
