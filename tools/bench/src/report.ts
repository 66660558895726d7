/** A figure beside its floor's. `target`: what their ratio should at least (a rate) or at most (a time) be, or a limit of its own. */
export type Line = {
  readonly what: string
  readonly figure: number
  readonly target?: { readonly atLeast: number } | { readonly atMost: number } | { readonly below: number }
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
    verdict(figure, figure / floor.figure, line.target),
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const text = rows.map(([what = '', figure = '', ratio = '', said = '']) =>
    `${what.padEnd(widths[0] ?? 0)}  ${figure.padStart(widths[1] ?? 0)}  ${ratio.padStart(widths[2] ?? 0)}  ${said}`.trimEnd(),
  )
  return [title, ...text, ''].join('\n')
}

const verdict = (figure: number, ratio: number, target: Line['target']): string => {
  if (!target) return ''
  if ('below' in target) return said(figure < target.below, `below ${target.below}`)
  if ('atLeast' in target) return said(ratio >= target.atLeast, `at least x ${target.atLeast}`)
  return said(ratio <= target.atMost, `at most x ${target.atMost}`)
}

const said = (kept: boolean, promise: string): string => `${kept ? 'kept' : 'MISSED'}: ${promise}`
