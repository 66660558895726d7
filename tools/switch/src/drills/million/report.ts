import type { Verdict } from '../../verify/verify.ts'

/** Does something, and prints what there is to tell about it. */
export const timed = async <T>(doing: () => Promise<T>, told: (done: T, seconds: number) => string): Promise<T> => {
  const started = performance.now()
  const done = await doing()
  console.log(told(done, (performance.now() - started) / 1_000))
  return done
}

export const grouped = (n: number): string => Math.round(n).toLocaleString('en')

/** The most memory this process has had so far, code and drivers included. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1_024

export const summary = (verdicts: readonly Verdict[], seconds: number): string => {
  const compared = verdicts.flatMap((verdict) => verdict.compared)
  const sum = (of: (each: (typeof compared)[number]) => number): number =>
    compared.reduce((total, each) => total + of(each), 0)
  const count = sum((each) => each.count)
  return [
    `${grouped(count)} records compared in ${grouped(seconds)} s, ${grouped(count / seconds)} per second on both sides`,
    `  ${sum(({ digests }) => (digests.source === digests.target ? 1 : 0))} of ${compared.length} roots are equal`,
    `  ${grouped(sum((each) => each.comparisons))} comparisons of nodes, at most ${Math.max(...compared.map((each) => each.comparisons))} for one root`,
    `  ${sum(({ differences }) => differences.length)} differences`,
    `  peak memory ${grouped(peakMb())} MB`,
  ].join('\n')
}
