const PARTS = [
  ...[
    'a',
    'ž',
    'å',
    ' ',
    '  ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '&amp;',
    '<b/>',
    '🙂',
    'e\u0301',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200d',
    '=1+1',
    ';',
    ',',
    '{{x}}',
    '**',
    '`',
    '[a](https://example.org/?b&c)',
  ],
];

/** A short text of what is hard to carry through files. */
export const randomText = (chance: (sides: number) => number): string =>
  Array.from({ length: chance(8) }, () => PARTS[chance(PARTS.length)]).join('');
