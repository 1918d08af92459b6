/** Machines under the names that they go by; the same in every language. */
const MACHINES: Record<string, string> = {
  deepl: 'DeepL',
  libretranslate: 'LibreTranslate',
  etranslation: 'eTranslation',
  // What people made of the same sentence elsewhere, taken over by the hub itself.
  memory: 'Polylog',
};

/** Which machine made a translation: `machine:deepl` → DeepL. `undefined` when people did. */
export function machineOf(origin: string): string | undefined {
  const [, provider] = /^machine:(.+)$/.exec(origin) ?? [];
  return provider === undefined ? undefined : (MACHINES[provider] ?? provider);
}
