/**
 * Why a document was not read: no XML of ours (`malformed`), another encoding than UTF-8 or UTF-16, a document type
 * or an entity of its own, or more of something than any honest document has.
 */
export type XmlFaultKind = 'malformed' | 'encoding' | 'doctype' | 'entity' | 'too_deep' | 'crowded';

/** Core says no in no language; who reads the document says it to people. */
export class XmlFault extends Error {
  constructor(
    readonly kind: XmlFaultKind,
    /** Where it was noticed, from 1. */
    readonly line: number,
    readonly column: number,
    detail: string = kind,
  ) {
    super(detail);
  }
}
