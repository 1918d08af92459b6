/** One element of a document that was read. Comments and processing instructions are left out. */
export class XmlElement {
  readonly children: (XmlElement | string)[] = [];

  constructor(
    /** Without its prefix. */
    readonly name: string,
    readonly namespace: string,
    /** By name; those of another namespace as `{namespace}name`, but `xml:lang` as it is written. */
    private readonly attributes: ReadonlyMap<string, string>,
    /** Where it begins in the document, from 1. */
    readonly line: number,
  ) {}

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  /** Elements directly inside, in its own namespace, with this name or any. */
  elements(name?: string): XmlElement[] {
    return this.children.filter(
      (child): child is XmlElement =>
        child instanceof XmlElement &&
        child.namespace === this.namespace &&
        (name === undefined || child.name === name),
    );
  }

  element(name: string): XmlElement | undefined {
    return this.elements(name)[0];
  }

  /** All text inside, without the elements around it. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }
}
