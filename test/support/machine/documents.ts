import { dice } from '../dice';

const WORDS = [
  ...[
    'partnership',
    'cooperative',
    'forum',
    'region',
    'member',
    'sustainable',
    'enterprise',
    'inclusion',
    'evaluation',
  ],
  ...[
    'work',
    'people',
    'together',
    'learning',
    'municipality',
    'support',
    'national',
    'platform',
    'proposal',
    'budget',
  ],
  ...[
    'skog',
    'förening',
    'arbete',
    'sodelovanje',
    'zadruga',
    'človek',
    'priročnik',
    'lavoro',
    'città',
    'perché',
  ],
];
const ADDRESSES = [
  'https://example.org/a(b)c?x=1&y=2',
  'http://coop.example/åäö#part',
  '/threads/12?around=3',
];
const EMOJI = ['👩‍👩‍👧', '🇸🇮', '✅', '🙂', '👍🏽', '1️⃣'];

/** Markdown as people write it, and as only programs do, from a seed: the same for the same. */
export function aDocument(seed: number, blocks = 8): string {
  const roll = dice(seed * 7919 + 17);
  for (let warm = 0; warm < 5; warm += 1) roll(10);
  const some = <Item>(items: readonly Item[]): Item => items[roll(items.length)]!;
  const words = (most = 8): string => Array.from({ length: 2 + roll(most) }, () => some(WORDS)).join(' ');

  const inline = (): string =>
    some([
      () => words(),
      () => `**${words(3)}**`,
      () => `*${words(3)}*`,
      () => `_${words(2)}_`,
      () => `***${words(2)}***`,
      () => `~~${words(2)}~~`,
      () => `\`${some(WORDS)} = <b>${roll(99)}</b>\``,
      () => `\`\`a \`tick\` b\`\``,
      () => `[${words(3)}](${some(ADDRESSES)})`,
      () => `[${words(2)} **${some(WORDS)}**](${some(ADDRESSES)} "${words(2)}")`,
      () => `[${words(2)}][ref]`,
      () => `see ${some(ADDRESSES)}.`,
      () => `<https://example.org/${roll(999)}>`,
      () => `@anna.novak and ${some(WORDS)}_${some(WORDS)}_${roll(9)}`,
      () => some(EMOJI),
      () => `in ${1990 + roll(40)} ${1 + roll(9)},${100 + roll(900)} people (${roll(99)} %)`,
      () => `a\\*b \\[c\\] ${roll(9)} < ${roll(9)} & 3 > 2 &amp; &nbsp;`,
      () => `note[^1]`,
      () => `${some(WORDS)} <span onclick="x()">${some(WORDS)}</span>`,
      () => `anna@example.org, ${words(2)}: “${words(3)}” – »${some(WORDS)}«`,
      () => `loose * star, [bracket] and under_ score`,
      () => `COOP ${words(2)} {{name}}`,
    ])();
  const sentence = (): string => Array.from({ length: 1 + roll(4) }, inline).join(' ');
  const paragraph = (): string => `${words(3)} ${Array.from({ length: 1 + roll(3) }, sentence).join('\n')}`;

  const block = (): string =>
    some([
      paragraph,
      paragraph,
      () => `${'#'.repeat(1 + roll(4))} ${words(4)} ${inline()}`,
      () => `${words(3)}\n${some(['===', '---'])}`,
      () => Array.from({ length: 2 + roll(4) }, () => `- ${sentence()}`).join('\n'),
      () =>
        Array.from(
          { length: 2 + roll(3) },
          (_, n) => `${n + 1}. ${sentence()}\n   - ${inline()} ${words(2)}`,
        ).join('\n'),
      () => `- [ ] ${sentence()}\n- [x] ${sentence()}`,
      () => `> ${sentence()}\n> ${sentence()}\n>\n> - ${sentence()}`,
      () => `\`\`\`js\nconst ${some(WORDS)} = "${words()}";\n<script>\n\`\`\``,
      () => `    ${words()}\n    <b>`,
      () =>
        `| ${words(2)} | ${words(2)} |\n|:---|---:|\n| ${inline()} | ${words(2)} |\n| **${words(2)}** | ${roll(999)} |`,
      () => '---',
      () => `${words(5)}  \n${words(5)}\\\n${words(5)}`,
    ])();
  const body = Array.from({ length: blocks }, block).join('\n\n');
  return `${body}\n\n[ref]: https://example.org/ref "Title"\n\n[^1]: ${words(5)}\n`;
}
