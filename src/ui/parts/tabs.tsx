import { Link } from './link';

export interface Tab {
  label: string;
  path: string;
  current?: boolean;
  count?: number;
  lang?: string;
}

interface TabsProps {
  /** What they are parts of, for assistive technology. */
  label: string;
  tabs: Tab[];
  /** Without the hairline below. */
  flush?: boolean;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs, flush }: TabsProps) {
  return (
    <nav aria-label={label}>
      <ul class={flush ? 'tabs no-line' : 'tabs'}>
        {tabs.map(({ label: words, path, current, count, lang }) => (
          <li>
            <Link path={path} current={current} lang={lang}>
              {words}
              {count !== undefined && <span class="num soft"> {count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
