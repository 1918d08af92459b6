import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Button } from './button';
import { Form } from './form';
import { Link } from './link';

interface FilterBarProps {
  /** Where the list lives. */
  path: string;
  values: Record<string, string>;
  /** Fields: Field type="search", Choice with `empty`. */
  children: ComponentChildren;
  label?: string;
}

/** Narrows a list by GET, so that every view of it has an address. */
export function FilterBar({ path, values, children, label }: FilterBarProps) {
  const { t } = useLanguage();
  const used = Object.values(values).some(Boolean);
  return (
    <Form
      action={path}
      method="get"
      role="search"
      class="filter-bar"
      label={label ?? t('ui:filter.label')}
      state={{ values, problems: [] }}
    >
      {children}
      <div class="row row-center">
        <Button>{t('ui:filter.apply')}</Button>
        {used && (
          <Link path={path} class="small">
            {t('ui:filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  );
}
