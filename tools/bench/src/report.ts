/** A figure beside its floor's. `target`: what their ratio should at least (a rate) or at most (a time) be. */
export type Line = {
  readonly what: string
  readonly figure: number
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
}

export type Report = {
  readonly title: string
  readonly unit: string
  /** Decimals worth reading. */
  readonly decimals: number
  readonly floor: { readonly what: string; readonly figure: number }
  readonly lines: readonly Line[]
}

/** One part's table: each figure, its ratio to the floor, and whether that keeps what was promised. */
export const table = ({ title, unit, decimals, floor, lines }: Report): string => {
  const rows = [{ ...floor }, ...lines].map(({ what, figure, ...line }: Line) => [
    `  ${what}`,
    `${figure.toFixed(decimals)} ${unit}`,
    `x ${(figure / floor.figure).toFixed(2)}`,
    verdict(figure / floor.figure, line.target),
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const text = rows.map(([what = '', figure = '', ratio = '', said = '']) =>
    `${what.padEnd(widths[0] ?? 0)}  ${figure.padStart(widths[1] ?? 0)}  ${ratio.padStart(widths[2] ?? 0)}  ${said}`.trimEnd(),
  )
  return [title, ...text, ''].join('\n')
}

const verdict = (ratio: number, target: Line['target']): string => {
  if (!target) return ''
  if ('atLeast' in target) return `${ratio >= target.atLeast ? 'kept' : 'MISSED'}: at least ${target.atLeast}`
  return `${ratio <= target.atMost ? 'kept' : 'MISSED'}: at most ${target.atMost}`
}
