/**
 * The European flag as the interinstitutional graphics guide draws it: 2:3, twelve upright stars on a circle
 * of one third of the height, each in a circle of one eighteenth of it.
 */
const HEIGHT = 540;
const RING = HEIGHT / 3;
const STAR = HEIGHT / 18;

const point = (x: number, y: number, radius: number, turns: number): string => {
  const angle = turns * 2 * Math.PI;
  return `${(x + radius * Math.sin(angle)).toFixed(2)},${(y - radius * Math.cos(angle)).toFixed(2)}`;
};

/** A five-pointed star is the line through every second corner of a pentagon, filled. */
const star = (x: number, y: number): string =>
  [0, 2, 4, 1, 3].map((corner) => point(x, y, STAR, corner / 5)).join(' ');

const STARS = Array.from({ length: 12 }, (_, hour) => {
  const angle = (hour / 12) * 2 * Math.PI;
  return star(405 + RING * Math.sin(angle), HEIGHT / 2 - RING * Math.cos(angle));
});

/** @param label the statement itself, in its own language (visibility.md V13); empty where the page around says it */
export function Emblem({ label, lang }: { label: string; lang?: string }) {
  return (
    <svg class="emblem" viewBox="0 0 810 540" role="img" aria-label={label || undefined} lang={lang}>
      <rect width="810" height="540" fill="#003399" />
      <g fill="#FFCC00" fill-rule="nonzero">
        {STARS.map((points) => (
          <polygon points={points} />
        ))}
      </g>
    </svg>
  );
}
