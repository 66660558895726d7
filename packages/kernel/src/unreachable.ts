/** Ends a switch over a union: a new member does not compile until it is answered. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
