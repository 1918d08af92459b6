import type { MachineSettings } from '../../core/config/config';

/** Where the providers answer that have an address of their own. */
const HOSTS: Record<MachineSettings['provider'], string> = {
  deepl: 'api.deepl.com',
  etranslation: 'webgate.ec.europa.eu',
  libretranslate: '',
};

/** Whom texts are sent to, as people are told. */
export function hostOf({ provider, url, key }: MachineSettings): string {
  if (url) return new URL(url).host;
  return provider === 'deepl' && key?.endsWith(':fx') ? 'api-free.deepl.com' : HOSTS[provider];
}
