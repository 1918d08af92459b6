import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Link } from './link';

export interface Bar {
  label: string;
  /** By which a script finds it. */
  id?: string;
  lang?: string;
  value: number;
  path?: string;
  /** Said in the place of an empty bar: what is missing, and the next step. */
  instead?: ComponentChildren;
}

interface BarsProps {
  /** Read out, not shown. */
  caption: string;
  /** Heads of the three columns, read out: group, number, share. */
  columns: [string, string, string];
  bars: Bar[];
  /** Value of a full bar; the largest one when absent. */
  full?: number;
}

/** Balance as a table whose last column is drawn. */
export function Bars({ caption, columns, bars, full }: BarsProps) {
  const language = useLanguage();
  const whole = full ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table class="bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, id, lang, value, path, instead }) => (
          <tr data-bar={id}>
            <th scope="row" lang={lang}>
              {path ? <Link path={path}>{label}</Link> : label}
            </th>
            <td class="num">{language.number(value)}</td>
            <td>{value === 0 && instead ? instead : <BarDrawing share={value / whole} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One bar; lengths are attributes, since the page allows no inline styles. */
function BarDrawing({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg preserveAspectRatio="none" aria-hidden="true">
      <rect class="rest" width="100%" height="100%" />
      <rect width={`${width}%`} height="100%" />
    </svg>
  );
}
