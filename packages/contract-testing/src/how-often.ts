/**
 * How often something random is tried: on every save, and in other time zones; where changes are checked (`CI`); and by
 * `pnpm laws`, as often as was promised.
 */
export const howOften = (onSave: number, checked: number, promised: number): number => {
  const { CI, AWAYDAY_TEST_ZONE, AWAYDAY_TEST_LAWS } = process.env
  if (AWAYDAY_TEST_LAWS) return promised
  return CI && !AWAYDAY_TEST_ZONE ? checked : onSave
}
