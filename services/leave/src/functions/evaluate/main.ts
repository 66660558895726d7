import { readFileSync } from 'node:fs'
import { evaluate } from '#domain/evaluate/evaluate.ts'
import { caseOf } from '#wire/document/case-of.ts'
import { parseJson, TEXT_MAX } from '#wire/document/json.ts'
import type { Mistake } from '#wire/document/mistake.ts'
import { reference } from './reference.ts'
import { documentSchema } from './schema.ts'

const USAGE = `Usage:
  pnpm --silent leave evaluate FILE   answers the questions of a JSON document ("-": standard input), as JSON
  pnpm --silent leave schema          prints the JSON Schema of such a document
  pnpm --silent leave reference       prints a table of all its settings, as Markdown

A bad document is told all its mistakes with their JSON paths, and ends with 2. See docs/leave-evaluate.md.`

/** Exit codes: 0 answered, 2 a bad document or command. Nothing but JSON goes to standard output. */
const main = (command: string | undefined, file: string | undefined): number => {
  if (command === 'schema' && file === undefined) return print(documentSchema(), 0)
  if (command === 'reference' && file === undefined) {
    console.log(reference().trimEnd())
    return 0
  }
  if (command !== 'evaluate' || file === undefined) {
    console.error(USAGE)
    return 2
  }
  const text = read(file)
  if (typeof text !== 'string') return print({ errors: [text] }, 2)
  const json = parseJson(text)
  const evaluation = json.ok ? caseOf(json.value) : json
  if (!evaluation.ok) return print({ errors: evaluation.error }, 2)
  return print({ answers: evaluate(evaluation.value.case, evaluation.value.questions) }, 0)
}

const read = (file: string): string | Mistake => {
  try {
    const bytes = readFileSync(file === '-' ? process.stdin.fd : file)
    if (bytes.length > TEXT_MAX) return { path: '$', message: 'is longer than 10 MiB' }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return { path: '$', message: `cannot be read: ${error instanceof Error ? error.message : 'unknown trouble'}` }
  }
}

const print = (value: unknown, code: number): number => {
  console.log(JSON.stringify(value, null, 2))
  return code
}

process.exitCode = main(process.argv[2], process.argv[3])
