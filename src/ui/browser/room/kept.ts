/** What this device keeps for a person; whoever signs in after her does not see it. Storage may be shut. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(`polylog ${name}`);
    else localStorage.setItem(`polylog ${name}`, JSON.stringify(value));
  } catch {
    // Without storage everything else works on.
  }
}

export function kept<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(`polylog ${name}`);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}
