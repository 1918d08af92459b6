import type { Key, Values } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FileField } from '../../ui/parts/file-field';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TitleBlock } from '../../ui/parts/title-block';
import { GLOSSARY } from '../reading/concept-paths';

export interface WrongLine {
  /** From 1; `null` when it is the file itself. */
  line: number | null;
  key: Key;
  values?: Values;
}

export function BringTermbase({ wrong }: { wrong: WrongLine[] }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('glossary:import.title')} lead={t('glossary:import.lead')} />
      <div class="stack">
        {wrong.length > 0 && (
          <Notice kind="red" role="alert" title={t('glossary:import.refused')}>
            <ul>
              {wrong.map(({ line, key, values }) => (
                <li>
                  {line !== null && `${t('glossary:import.line', { line })}: `}
                  {t(key, values)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Form action={`${GLOSSARY}/import`} files>
          <FileField
            name="file"
            label={t('glossary:import.file')}
            hint={t('glossary:import.hint')}
            accept=".csv"
          />
          <div class="row row-center">
            <Button kind="main">{t('glossary:import.bring')}</Button>
            <Link path={GLOSSARY}>{t('glossary:editing.cancel')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}
