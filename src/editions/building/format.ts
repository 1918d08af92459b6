/** What an edition can be had as. */
export const FORMATS = ['pdf-a4', 'pdf-b5', 'printshop-a4', 'printshop-b5', 'epub', 'html', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

interface FormatFacts {
  type: string;
  extension: string;
}

const PDF = { type: 'application/pdf', extension: 'pdf' };

export const FORMAT_FACTS: Record<Format, FormatFacts> = {
  'pdf-a4': PDF,
  'pdf-b5': PDF,
  'printshop-a4': PDF,
  'printshop-b5': PDF,
  epub: { type: 'application/epub+zip', extension: 'epub' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  html: { type: 'text/html; charset=utf-8', extension: 'html' },
};
