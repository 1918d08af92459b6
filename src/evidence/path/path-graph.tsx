import { useLanguage } from '../../ui/language';
import { kindAndPlace } from './path-tree';
import { type Layers, layersOf, type Placed } from './layers';
import type { PathLink, PathView } from './path.schema';

const [WIDTH, HEIGHT] = [188, 52];
const [GAP, SPACE] = [48, 14];
const MARGIN = 6;
/** Characters that fit into a box. */
const FIT = 23;

const left = ({ column }: Placed) => MARGIN + column * (WIDTH + GAP);

/** In the middle of its column. */
function top({ column, row }: Placed, { placed, rows }: Layers): number {
  const own = [...placed.values()].filter((each) => each.column === column).length;
  return MARGIN + ((rows - own) / 2 + row) * (HEIGHT + SPACE);
}

/** The path as a drawing: from left to right, what was said to what came of it. The lists below say the same. */
export function PathGraph({ view }: { view: PathView }) {
  const { t } = useLanguage();
  const layers = layersOf(view);
  const width = layers.columns * (WIDTH + GAP) - GAP + 2 * MARGIN;
  const height = layers.rows * (HEIGHT + SPACE) - SPACE + 2 * MARGIN;
  const links = [...view.below, ...view.above];
  return (
    <figure class="path-drawing">
      <div class="scroll" tabIndex={0} role="group" aria-label={t('evidence:path.drawing')}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t('evidence:path.drawing')}
        >
          {links.map((link) => (
            <Line link={link} layers={layers} />
          ))}
          {[...layers.placed.values()].map((placed) => (
            <Box placed={placed} top={top(placed, layers)} here={placed.station.key === view.root} />
          ))}
        </svg>
      </div>
      {links.some(({ standing }) => standing !== 'sound') && (
        <figcaption class="small soft">{t('evidence:path.dashed')}</figcaption>
      )}
    </figure>
  );
}

function Line({ link, layers }: { link: PathLink; layers: Layers }) {
  const [from, to] = [layers.placed.get(link.ground)!, layers.placed.get(link.statement)!];
  const [x1, y1] = [left(from) + WIDTH, top(from, layers) + HEIGHT / 2];
  const [x2, y2] = [left(to), top(to, layers) + HEIGHT / 2];
  const bend = Math.max(GAP, (x2 - x1) / 2);
  return (
    <path
      class={link.standing === 'sound' ? 'path-link' : 'path-link path-link-shaken'}
      d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
    />
  );
}

function Box({ placed, top: y, here }: { placed: Placed; top: number; here: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const { kind, title, withdrawn } = placed.station;
  const x = left(placed);
  const look = here
    ? 'path-box path-box-here'
    : title && !withdrawn
      ? 'path-box'
      : 'path-box path-box-hidden';
  return (
    <g class={look}>
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="4" />
      <text class="path-box-kind" x={x + 10} y={y + 19}>
        {kind ? kindAndPlace(language, placed.station) : t('evidence:path.unseen')}
      </text>
      {title && (
        <text x={x + 10} y={y + 39} lang={title.locale}>
          {shortened(title.text)}
        </text>
      )}
    </g>
  );
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= FIT
    ? words
    : `${characters
        .slice(0, FIT - 1)
        .join('')
        .trimEnd()}…`;
}
