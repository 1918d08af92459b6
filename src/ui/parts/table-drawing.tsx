export interface TableSeat {
  kind: 'taken' | 'own' | 'free';
  /** Initials, or how many sit here; free seats have none. */
  label?: string;
}

interface TableDrawingProps {
  /** Clockwise from the top. Beyond sixteen the rest is drawn as one seat with a plus. */
  seats: TableSeat[];
  /** In the middle of the table, in serif; about twelve characters. */
  middle: string;
  under?: string;
}

const MOST = 16;

/** The picture of the house. Hidden from assistive technology: the same stands in words beside it. */
export function TableDrawing({ seats, middle, under }: TableDrawingProps) {
  const shown = seats.length > MOST ? [...seats.slice(0, MOST - 1), rest(seats.length - MOST + 1)] : seats;
  const radius = shown.length > 12 ? 17 : 21;
  return (
    <svg class="table-drawing" viewBox="0 0 300 300" aria-hidden="true">
      <circle class="top" cx="150" cy="150" r="70" />
      <text class="middle" x="150" y={under ? 149 : 155}>
        {middle}
      </text>
      {under && (
        <text class="under" x="150" y="167">
          {under}
        </text>
      )}
      {shown.map((seat, place) => drawSeat(seat, (place / shown.length) * 2 * Math.PI, radius))}
    </svg>
  );
}

const rest = (count: number): TableSeat => ({ kind: 'taken', label: `+${count}` });

function drawSeat({ kind, label }: TableSeat, angle: number, radius: number) {
  const x = Number((150 + 116 * Math.sin(angle)).toFixed(1));
  const y = Number((150 - 116 * Math.cos(angle)).toFixed(1));
  return (
    <>
      <circle class={kind} cx={x} cy={y} r={radius} />
      {label && (
        <text class={kind === 'own' ? 'own-text' : undefined} x={x} y={y + 4}>
          {label}
        </text>
      )}
    </>
  );
}
