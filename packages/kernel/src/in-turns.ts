/** How many streams are read or written at the same time. */
const WIDTH = 16

/** Does something for each, some at a time; the first failure ends it. */
export const inTurns = async <T>(all: readonly T[], doing: (one: T) => Promise<void>): Promise<void> => {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (const one of waiting) await doing(one)
    }),
  )
}
