type Comparison = (value: number) => boolean

/** `["=", 5]`, `[">", 0]`, `[">=", 0, "<", 5]`: one comparison, or a lower and an upper bound in this order. */
export const numericRange = (operand: unknown, path: string): ((value: unknown) => boolean) => {
  const bad = (): never => {
    throw new Error(`"numeric" takes one comparison, or a lower and an upper bound, at "${path}"`)
  }
  if (!Array.isArray(operand)) return bad()
  const [first, low, second, high, ...more] = operand as readonly unknown[]
  const one = comparison(first, low)
  if (!one || more.length > 0) return bad()
  if (operand.length === 2) return (value) => typeof value === 'number' && one(value)
  const two = comparison(second, high)
  const isRange = isOneOf(first, ['>', '>=']) && isOneOf(second, ['<', '<=']) && Number(low) < Number(high)
  if (!two || !isRange) return bad()
  return (value) => typeof value === 'number' && one(value) && two(value)
}

const comparison = (operator: unknown, bound: unknown): Comparison | undefined => {
  if (typeof bound !== 'number') return undefined
  switch (operator) {
    case '=':
      return (value) => value === bound
    case '<':
      return (value) => value < bound
    case '<=':
      return (value) => value <= bound
    case '>':
      return (value) => value > bound
    case '>=':
      return (value) => value >= bound
    default:
      return undefined // not an operator of EventBridge
  }
}

const isOneOf = (operator: unknown, operators: readonly string[]): boolean =>
  operators.some((each) => each === operator)
