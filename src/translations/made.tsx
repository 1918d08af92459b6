import { machineOf } from '../core/texts/origin';
import { useLanguage } from '../ui/language';

/** Who made a translation: a person, a file that somebody brought, or a machine by its name. */
export function Made({ origin, by }: { origin: string; by: string | null }) {
  const { t } = useLanguage();
  const name = machineOf(origin) ?? by;
  const brought = origin === 'import' && t('translations:made.import');
  return <span class="small soft">{name && brought ? `${name} (${brought})` : (name ?? brought)}</span>;
}
