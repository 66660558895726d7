import type * as v from 'valibot'

/** What is wrong with a document, and where: a JSON path such as `$.people[0].leaves[2].first`. */
export type Mistake = { readonly path: string; readonly message: string }

export const mistakesOf = (issues: readonly v.BaseIssue<unknown>[]): readonly Mistake[] =>
  issues.map(({ path, message }) => ({ path: (path ?? []).reduce((at, { key }) => step(at, key), '$'), message }))

/** One step further into a document. */
export const step = (path: string, key: unknown): string => {
  if (typeof key === 'number') return `${path}[${key}]`
  const name = String(key)
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
}
