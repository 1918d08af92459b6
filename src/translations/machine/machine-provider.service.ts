import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import type { Locale } from '../../core/i18n/locales';
import { MachineTerms } from './machine-terms.service';
import { DeepL } from './providers/deepl';
import { ETranslation } from './providers/etranslation';
import { LibreTranslate } from './providers/libretranslate';
import { ProviderFailure, type MachineProvider } from './providers/provider';

/** The provider that the operator has chosen; none unless she has. */
@Injectable()
export class ChosenProvider {
  readonly provider: MachineProvider | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly terms: MachineTerms,
  ) {
    this.provider = this.made();
  }

  private made(): MachineProvider | undefined {
    const { machine } = this.config;
    if (!machine) return undefined;
    const { provider, url, key, patience, domain, application } = machine;
    if (provider === 'libretranslate') return new LibreTranslate(url!, key, patience);
    if (provider === 'etranslation')
      return new ETranslation(url, { application: application!, password: key! }, patience, domain);
    const deepl: DeepL = new DeepL(url, key!, patience, (from, to) => this.glossary(deepl, from, to));
    return deepl;
  }

  /** The preferred terms as DeepL's own glossary, made anew when the termbase has changed. */
  private async glossary(deepl: DeepL, from: Locale, to: Locale): Promise<string | undefined> {
    const terms = await this.terms.preferred(from, to);
    if (terms.length === 0) return undefined;
    const fingerprint = createHash('sha256').update(JSON.stringify(terms)).digest('base64url');
    const [known] = await this.database.query<{ name: string; fingerprint: string }[]>(
      `select name, fingerprint from machine_glossaries
       where provider = 'deepl' and source_locale = $1 and target_locale = $2`,
      [from, to],
    );
    if (known?.fingerprint === fingerprint) return known.name || undefined;
    const name = await withoutRefusal(() => deepl.createGlossary(`polylog-${from}-${to}`, from, to, terms));
    await this.database.query(
      `insert into machine_glossaries (provider, source_locale, target_locale, fingerprint, name)
       values ('deepl', $1, $2, $3, $4) on conflict (provider, source_locale, target_locale)
       do update set fingerprint = excluded.fingerprint, name = excluded.name`,
      [from, to, fingerprint, name ?? ''],
    );
    if (known?.name) await withoutRefusal(() => deepl.deleteGlossary(known.name));
    return name;
  }
}

/** Texts are translated without a glossary where DeepL takes none for these languages. */
async function withoutRefusal<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderFailure && (error.kind === 'refused' || error.message === '404'))
      return undefined;
    throw error;
  }
}
