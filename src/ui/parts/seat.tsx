interface SeatProps {
  initials: string;
  own?: boolean;
  small?: boolean;
}

/** A person as initials. The name stands beside it, so it is silent. */
export function Seat({ initials, own, small }: SeatProps) {
  const look = ['seat', small && 'seat-small', own && 'seat-own'].filter(Boolean).join(' ');
  return (
    <span class={look} aria-hidden="true">
      {initials}
    </span>
  );
}
