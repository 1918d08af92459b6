interface Ruler<Rule> {
  getRules(chain: string): Rule[];
  enable(name: string): unknown;
  disable(name: string): unknown;
}

/** A rule that is in use, by its name in the grammar: the names of functions do not outlive a minifier. */
export function ruleOf<Rule>(ruler: Ruler<Rule>, name: string): Rule {
  const all = ruler.getRules('');
  ruler.disable(name);
  const others = ruler.getRules('');
  ruler.enable(name);
  return all.find((rule) => !others.includes(rule))!;
}
