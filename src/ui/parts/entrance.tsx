import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { TableDrawing, type TableSeat } from './table-drawing';

export interface EntranceProps {
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}

const SEATS: TableSeat[] = [

  ...Array.from({ length: 7 }, (): TableSeat => ({ kind: 'taken' })),
  { kind: 'free' },
];

/** One narrow column for signing in, creating an account, a new password; the table waits beside it. */
export function Entrance({ title, lead, children }: EntranceProps) {
  const { t } = useLanguage();
  return (
    <div class="page entrance">
      <div>
        <div class="title-block">
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {children}
      </div>
      <TableDrawing seats={SEATS} middle={t('ui:hub')} under={t('ui:entrance.free')} />
    </div>
  );
}
