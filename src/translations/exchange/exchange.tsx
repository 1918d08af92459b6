import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FileField } from '../../ui/parts/file-field';
import { Form } from '../../ui/parts/form';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { Collections } from './collections';
import { ExchangeOut } from './exchange-out';
import { EXCHANGE } from './exchange-paths';
import type { ComponentProps } from 'preact';

interface ExchangeProps {
  out: ComponentProps<typeof ExchangeOut>;
  /** Bytes. */
  limit: number;
  refused?: FormState;
}

/** Texts out, translations in. */
export function Exchange({ out, limit, refused }: ExchangeProps) {
  const language = useLanguage();
  const { t } = language;
  const size = language.number(Math.round((limit / 1024 / 1024) * 10) / 10);
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('translations:exchange.title')} lead={t('translations:exchange.lead')} />
      <ExchangeOut {...out} />
      <section class="stack" aria-labelledby="in">
        <SectionHead id="in" title={t('translations:exchange.in.title')} flush />
        <Form action={`${EXCHANGE}/imports`} id="import" state={refused ?? freshForm()} files>
          <FileField
            name="file"
            label={t('translations:exchange.in.file')}
            hint={t('translations:exchange.in.hint', { size })}
            accept=".xlf,.xliff,.xml,.csv,.tmx,.tbx"
          />
          <div>
            <Button kind="main">{t('translations:exchange.in.look')}</Button>
          </div>
        </Form>
      </section>
      <Collections languages={out.languages} />
    </div>
  );
}
