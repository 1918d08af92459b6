import type { Spread } from '../group-result';

interface ScaleDrawingProps {
  /** 0–10; null: nothing was scored. */
  score: number | null;
  spread?: Spread | null;
  /** The middle of all countries. */
  median?: number | null;
  /** Filled from 0 to the score. */
  bar?: boolean;
}

/** Room for half a dot at both ends. */
const at = (score: number): string => `${Math.round((3 + score * 9.4) * 10) / 10}%`;

/**
 * A score on the scale from 0 to 10, with how far its respondents lie apart. The numbers stand beside it in the same
 * row: who does not see the drawing loses nothing.
 */
export function ScaleDrawing({ score, spread, median, bar }: ScaleDrawingProps) {
  return (
    <svg class={bar ? 'scale scale-bar' : 'scale'} aria-hidden="true">
      <line class="ground" x1={at(0)} x2={at(10)} y1="50%" y2="50%" />
      {[0, 5, 10].map((tick) => (
        <line class="tick" x1={at(tick)} x2={at(tick)} y1="30%" y2="70%" />
      ))}
      {bar && score !== null && <line class="length" x1={at(0)} x2={at(score)} y1="50%" y2="50%" />}
      {spread && <line class="whole" x1={at(spread.minimum)} x2={at(spread.maximum)} y1="50%" y2="50%" />}
      {spread && <line class="half" x1={at(spread.lower)} x2={at(spread.upper)} y1="50%" y2="50%" />}
      {!bar && score !== null && <circle cx={at(score)} cy="50%" r="5" />}
      {median !== null && median !== undefined && (
        <line class="middle" x1={at(median)} x2={at(median)} y1="8%" y2="92%" />
      )}
    </svg>
  );
}
