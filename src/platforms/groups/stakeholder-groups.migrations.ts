import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ten groups of the COOP project sheet, without which no platform can seat anybody (seeds-extract C2).
 * Slovenian is the original; the other languages are drafts until a native speaker has read them.
 */
const GROUPS = [
  {
    id: '7b6ed59f-07fd-8e78-af67-01c751573894',
    slug: 'public',
    kind: 'core',
    position: 1,
    sl: 'Javne oblasti in organizacije javnega sektorja',
    sv: 'Offentliga myndigheter och organisationer',
    it: 'Autorità pubbliche e organizzazioni del settore pubblico',
    en: 'Public authorities and public sector organisations',
  },
  {
    id: '183d94ee-5bf4-8ef5-a246-a1e00b50a771',
    slug: 'profit',
    kind: 'core',
    position: 2,
    sl: 'Profitna podjetja',
    sv: 'Vinstdrivande företag',
    it: 'Imprese profit',
    en: 'For-profit companies',
  },
  {
    id: 'b0348003-898b-8d1d-a645-e8f8650d8b58',
    slug: 'social',
    kind: 'core',
    position: 3,
    sl: 'Socialna podjetja',
    sv: 'Sociala företag',
    it: 'Imprese sociali',
    en: 'Social enterprises',
  },
  {
    id: 'dd5369dc-3f84-8c24-aefe-e4a624873531',
    slug: 'chambers',
    kind: 'target',
    position: 4,
    sl: 'Zbornice',
    sv: 'Handels- och näringslivskamrar',
    it: 'Camere di commercio',
    en: 'Chambers (of commerce etc.)',
  },
  {
    id: '6fe8add1-1c0f-86db-a52b-f72bd3b80752',
    slug: 'policy',
    kind: 'target',
    position: 5,
    sl: 'Oblikovalci politik',
    sv: 'Beslutsfattare',
    it: 'Responsabili delle politiche',
    en: 'Policymakers',
  },
  {
    id: '1c57290b-e81d-87b0-aac7-0c5efedf157d',
    slug: 'research',
    kind: 'target',
    position: 6,
    sl: 'Raziskovalne organizacije',
    sv: 'Forskningsorganisationer',
    it: 'Organizzazioni di ricerca',
    en: 'Research organisations',
  },
  {
    id: '30c21091-aeaf-82ad-ac99-855e570f1710',
    slug: 'vulnerable',
    kind: 'target',
    position: 7,
    sl: 'Ranljive ciljne skupine',
    sv: 'Utsatta målgrupper',
    it: 'Gruppi vulnerabili',
    en: 'Vulnerable target groups',
  },
  {
    id: '79550459-6374-888e-a236-73d4545a1be3',
    slug: 'socialpartners',
    kind: 'target',
    position: 8,
    sl: 'Socialni partnerji',
    sv: 'Arbetsmarknadens parter',
    it: 'Parti sociali',
    en: 'Social partners',
  },
  {
    id: 'd2c270ad-8226-8170-a858-5716bbbff6e3',
    slug: 'labour',
    kind: 'target',
    position: 9,
    sl: 'Ključni akterji na trgu dela',
    sv: 'Nyckelaktörer på arbetsmarknaden',
    it: 'Attori chiave del mercato del lavoro',
    en: 'Key labour market actors',
  },
  {
    id: 'd5f62d29-2d1a-88df-adce-418451acfe6a',
    slug: 'support',
    kind: 'dissemination',
    position: 10,
    sl: 'Podporne organizacije',
    sv: 'Främjande organisationer',
    it: 'Organizzazioni di supporto',
    en: 'Support organisations',
  },
];

const TRANSLATED = ['sv', 'it', 'en'] as const;

export class StakeholderGroups1795200004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const groups = JSON.stringify(GROUPS);
    await runner.query(
      `insert into stakeholder_groups (id, slug, kind, position, name, locale)
       select id, slug, kind, position, sl, 'sl'
       from jsonb_to_recordset($1) as given(id uuid, slug text, kind text, position int, sl text)`,
      [groups],
    );
    for (const locale of TRANSLATED) {
      await runner.query(
        `insert into stakeholder_group_translations (owner_id, name, locale, status, source_revision, origin)
         select id, ${locale}, '${locale}', 'draft', 1, 'import'
         from jsonb_to_recordset($1) as given(id uuid, ${locale} text)`,
        [groups],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
