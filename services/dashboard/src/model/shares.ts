/** How the parts of a balance share its bar, in percent of what was granted. Nothing below zero, never over 100 together. */
export const shares = (granted: number, parts: readonly number[]): readonly number[] => {
  const positive = parts.map((part) => Math.max(0, part))
  const whole = Math.max(
    granted,
    positive.reduce((sum, part) => sum + part, 0),
  )
  return positive.map((part) => (whole === 0 ? 0 : (part / whole) * 100))
}
