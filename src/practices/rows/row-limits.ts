/** Characters at most in the lists of a case, as readers see them. */
export const ROW_LIMITS = {
  role: 120,
  indicator: 120,
  unit: 40,
  method: 200,
  result: 300,
  label: 120,
} as const;
