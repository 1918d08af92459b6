import { Invalid } from '../../core/errors/refusal';
import type { Key } from '../../core/i18n/keys';
import { XmlFault } from '../../core/xml/xml-fault';

/** Why a file is not taken at all. */
export const FAULTS = [
  ...(['not_xliff', 'xliff_version', 'not_tmx', 'not_tbx', 'not_csv'] as const),
  ...(['unknown', 'empty'] as const),
] as const;
type Fault = (typeof FAULTS)[number];

const KEYS: Record<Fault, Key> = {
  not_xliff: 'translations:exchange.fault.not_xliff',
  xliff_version: 'translations:exchange.fault.xliff_version',
  not_tmx: 'translations:exchange.fault.not_tmx',
  not_tbx: 'translations:exchange.fault.not_tbx',
  not_csv: 'translations:exchange.fault.not_csv',
  unknown: 'translations:exchange.fault.unknown',
  empty: 'translations:exchange.fault.empty',
};

/** The whole file is refused, at the field that it was chosen in. */
export const refused = (fault: Fault): Invalid => Invalid.field('file', KEYS[fault]);

const XML: Record<XmlFault['kind'], Key> = {
  malformed: 'translations:exchange.xml.malformed',
  encoding: 'translations:exchange.xml.encoding',
  doctype: 'translations:exchange.xml.doctype',
  entity: 'translations:exchange.xml.entity',
  too_deep: 'translations:exchange.xml.too_deep',
  crowded: 'translations:exchange.xml.crowded',
};

/** What the reader of XML says, in people's words. */
export const refusedXml = ({ kind, line }: XmlFault): Invalid => Invalid.field('file', XML[kind], { line });
