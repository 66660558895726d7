import { didYouMean } from '@awayday/kernel'
import { type Mistake, step } from './mistake.ts'

/** Collects the mistakes that show when names are looked up, so that all are told at once. */
export const collector = () => {
  const mistakes: Mistake[] = []
  const wrong = (path: string, message: string): void => {
    mistakes.push({ path, message })
  }
  return {
    mistakes,
    wrong,
    /** That a name is one of the known ones. */
    known: (path: string, what: string, name: string, names: readonly string[]): void => {
      if (!names.includes(name)) wrong(path, `names no ${what}${didYouMean(name, names)}`)
    },
    /** That a day is not before another. */
    notBefore: (path: string, last: string | null, first: string): void => {
      if (last !== null && last < first) wrong(path, 'is before the first day')
    },
    /** That no name comes twice. */
    once: (path: string, member: string, names: readonly string[]): void => {
      for (const [n, name] of names.entries())
        if (names.indexOf(name) < n) wrong(step(step(path, n), member), 'is there twice')
    },
  }
}

export type Collector = ReturnType<typeof collector>
