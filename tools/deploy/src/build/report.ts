import type { FunctionArtifact } from './build.ts'

/** A line for each function: its size, what it may have, its name by content; and what makes up the most of it. */
export const reportOf = (artifacts: readonly FunctionArtifact[]): readonly string[] =>
  artifacts.map(({ function: name, zip, budget, sha256, parts }) =>
    [
      name.padEnd(26),
      kb(zip.length).padStart(8),
      `of ${kb(budget)}`.padStart(11),
      sha256.slice(0, 12),
      parts
        .slice(0, 4)
        .map(({ of, bytes }) => `${of} ${kb(bytes)}`)
        .join(', '),
    ].join('  '),
  )

/** One sentence for each function that is larger than its manifest allows. */
export const overBudget = (artifacts: readonly FunctionArtifact[]): readonly string[] =>
  artifacts
    .filter(({ zip, budget }) => zip.length > budget)
    .map(
      ({ function: name, zip, budget, parts }) =>
        `${name} has ${kb(zip.length)} and may have ${kb(budget)}; the most of it is ${parts[0]?.of}. Make it smaller, or raise budgetKb in its manifest.`,
    )

const kb = (bytes: number): string => `${Math.ceil(bytes / 1_000)} kB`
