interface ProgressProps {
  /** 0–1, filled. */
  done: number;
  /** 0–1, in a lighter tone after it. */
  part?: number;
  /** What it shows in words. Absent: the words stand beside it. */
  label?: string;
}

/** How far something has come, or how something is made up. */
export function Progress({ done, part = 0, label }: ProgressProps) {
  const name = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg class="progress" preserveAspectRatio="none" {...name}>
      <rect width="100%" height="100%" />
      <rect class="done" width={percent(done)} height="100%" />
      {part > 0 && <rect class="part" x={percent(done)} width={percent(part)} height="100%" />}
    </svg>
  );
}

const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
