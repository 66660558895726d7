import { evaluate } from '#domain/evaluate/evaluate.ts'
import { caseOf } from '#wire/document/case-of.ts'
import { parseJson, TEXT_MAX } from '#wire/document/json.ts'
import { reference } from './reference.ts'
import { documentSchema } from './schema.ts'

export const USAGE = `Usage:
  pnpm leave evaluate FILE   answers the questions of a JSON document ("-": standard input), as JSON
  pnpm leave schema          prints the JSON Schema of such a document
  pnpm leave reference       prints a table of all its settings, as Markdown

A bad document is told all its mistakes with their JSON paths, and ends with 2. See docs/leave-evaluate.md.`

/** What goes to standard output (null: the usage, to standard error), and the exit code: 0 answered, 2 a bad document or command. */
export type Printed = { readonly out: string | null; readonly code: 0 | 2 }

/** `read`: the bytes of a file, or why there are none. */
export const run = (args: readonly string[], read: (file: string) => Uint8Array | string): Printed => {
  const [command, file, more] = args
  if (command === 'schema' && file === undefined) return { out: json(documentSchema()), code: 0 }
  if (command === 'reference' && file === undefined) return { out: reference().trimEnd(), code: 0 }
  if (command !== 'evaluate' || file === undefined || more !== undefined) return { out: null, code: 2 }
  const bytes = read(file)
  if (typeof bytes === 'string') return refused(bytes)
  if (bytes.length > TEXT_MAX) return refused('is longer than 10 MiB')
  const text = textOf(bytes)
  if (text === undefined) return refused('is not UTF-8')
  const value = parseJson(text)
  const evaluation = value.ok ? caseOf(value.value) : value
  if (!evaluation.ok) return { out: json({ errors: evaluation.error }), code: 2 }
  return { out: json({ answers: evaluate(evaluation.value.case, evaluation.value.questions) }), code: 0 }
}

const refused = (message: string): Printed => ({ out: json({ errors: [{ path: '$', message }] }), code: 2 })

const json = (value: unknown): string => JSON.stringify(value, null, 2)

/** A byte order mark is passed over. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
