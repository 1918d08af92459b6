/** What storage does not take, as when it is shut or full: kept as long as the page is open. */
const memory = new Map<string, unknown>();

/** What this device keeps for a person. Names hold her id, so that nobody sees what another one wrote. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(`polylog ${name}`);
    else localStorage.setItem(`polylog ${name}`, JSON.stringify(value));
    memory.delete(name);
  } catch {
    memory.set(name, value);
  }
}

export function kept<Value>(name: string): Value | undefined {
  if (memory.has(name)) return memory.get(name) as Value | undefined;
  try {
    const text = localStorage.getItem(`polylog ${name}`);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}
