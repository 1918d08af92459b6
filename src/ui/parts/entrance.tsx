import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { TableDrawing, type TableSeat } from './table-drawing';

interface EntranceProps {
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
  /** The styleguide shows it inside another page. */
  heading?: 'h1' | 'h3';
}

const SEATS: TableSeat[] = [
  ...Array.from({ length: 7 }, (): TableSeat => ({ kind: 'taken' })),
  { kind: 'free' },
];

/** One narrow column for signing in, creating an account, a new password; the table waits beside it. */
export function Entrance({ title, lead, children, heading: Heading = 'h1' }: EntranceProps) {
  const { t } = useLanguage();
  return (
    <div class={Heading === 'h1' ? 'page entrance' : 'entrance'}>
      <div>
        <div class="title-block">
          <Heading>{title}</Heading>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {children}
      </div>
      <TableDrawing seats={SEATS} middle={t('ui:hub')} under={t('ui:entrance.free')} />
    </div>
  );
}
