import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reference } from './reference.ts'
import { run } from './run.ts'
import { documentSchema } from './schema.ts'

const docs = join(import.meta.dirname, '../../../../../docs')
const read = (file: string): string => readFileSync(join(docs, file), 'utf8')
const names = readdirSync(join(docs, 'examples/leave'))
  .filter((file) => file.endsWith('.json') && !file.endsWith('.answers.json'))
  .map((file) => file.replace('.json', ''))

describe('the documents that the page shows', () => {
  test.each(names)('%s is answered as it says', (name) => {
    const { out, code } = run(['evaluate', `examples/leave/${name}.json`], (file) => readFileSync(join(docs, file)))
    expect(code).toBe(0)
    expect(JSON.parse(out ?? '')).toEqual(JSON.parse(read(`examples/leave/${name}.answers.json`)))
  })

  test('ask every kind of question', () => {
    const asked = names.flatMap((name) =>
      JSON.parse(read(`examples/leave/${name}.json`)).questions.map(({ ask }: { ask: string }) => ask),
    )
    expect(asksIn(documentSchema()).filter((ask) => !asked.includes(ask))).toEqual([])
  })
})

describe('what is made from the schema is what is written in docs/:', () => {
  test('leave-evaluate.schema.json, by `pnpm leave schema`', () =>
    expect(JSON.parse(read('leave-evaluate.schema.json'))).toEqual(documentSchema()))

  test('leave-evaluate-reference.md, by `pnpm leave reference`', () =>
    expect(read('leave-evaluate-reference.md').trimEnd()).toBe(reference().trimEnd()))
})

describe('the page', () => {
  /** What a row of the table of answers names, by `ask`. */
  const told = new Map(
    read('leave-evaluate.md')
      .split('## Answers')[1]
      ?.split('\n')
      .map((line) =>
        line.split('|').map((cell) => cell.match(/[^`]+(?=`)/g)?.filter((name) => /^\w+$/.test(name)) ?? []),
      )
      .flatMap(([, ask = [], members = []]) => (ask[0] ? [[ask[0], members]] : [])),
  )
  const answers: readonly { readonly ask: string }[] = names.flatMap(
    (name) => JSON.parse(read(`examples/leave/${name}.answers.json`)).answers,
  )

  test('names every member of every answer', () => {
    const untold = answers.flatMap(({ ask, ...members }) =>
      Object.keys(members).flatMap((member) =>
        member === 'id' || told.get(ask)?.includes(member) ? [] : [`${ask}.${member}`],
      ),
    )
    expect([...new Set(untold)]).toEqual([])
  })

  test('and every question', () => expect([...told.keys()].toSorted()).toEqual(asksIn(documentSchema()).toSorted()))
})

const asksIn = ({ properties }: ReturnType<typeof documentSchema>): readonly unknown[] => {
  const questions = properties?.['questions']?.items
  return questions ? (questions.oneOf ?? []).map((question) => question.properties?.['ask']?.const) : []
}
