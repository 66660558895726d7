import { err, ok, type Result } from '@awayday/kernel'
import * as v from 'valibot'
import type { Case } from '#domain/evaluate/case.ts'
import type { Question } from '#domain/evaluate/question.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { circling, missing } from '#domain/rules/departments.ts'
import { type Collector, collector } from './collector.ts'
import { type Document, document } from './document.ts'
import { leaveType } from './leave-types.ts'
import { type Mistake, mistakesOf, step } from './mistake.ts'
import { type Names, namesIn } from './names.ts'
import { questionOf } from './question-of.ts'
import { someoneOf } from './someone.ts'

/** What a document asks, and all that its answers come from; or everything that is wrong with it. */
export type Evaluation = { readonly case: Case; readonly questions: readonly Question[] }

/** `written`: the value of its JSON text. Names are looked up only where everything has its shape. */
export const caseOf = (written: unknown): Result<Evaluation, readonly Mistake[]> => {
  const parsed = v.safeParse(document, written)
  if (!parsed.success) return err(mistakesOf(parsed.issues))
  const errors = collector()
  const names = namesIn(parsed.output, parsed.output.leaveTypes)
  checkDepartments(parsed.output, names, errors)
  errors.once('$.people', 'id', names.people)
  const { people: persons, questions, departments, rules, approval } = parsed.output
  const people = persons.map((one, n) => someoneOf(one, step('$.people', n), parsed.output, names, errors))
  const asked = questions.map((one, n) => questionOf(one, step('$.questions', n), people, names, errors))
  for (const [n, { id }] of questions.entries())
    if (id !== null && questions.findIndex((one) => one.id === id) < n)
      errors.wrong(`$.questions[${n}].id`, 'is there twice')
  if (errors.mistakes.length > 0) return err(errors.mistakes)
  return ok({
    case: {
      people,
      departments,
      deputies: persons.flatMap(({ id, deputies }) => deputies.map((deputy) => ({ of: id, ...deputy }))),
      leaveTypes: names.leaveTypes.map((id) => leaveTypeIn(parsed.output, id)),
      rules,
      approval,
    },
    questions: asked.filter((one) => one !== undefined),
  })
}

/** A type that is not listed is as a type is by default. */
const leaveTypeIn = ({ leaveTypes }: Document, id: string): LeaveType =>
  leaveTypes.find((one) => one.id === id) ?? v.parse(leaveType, { id, name: id })

const checkDepartments = ({ departments }: Document, names: Names, errors: Collector): void => {
  const absent = missing(departments)
  for (const [name, { parent, head }] of Object.entries(departments)) {
    const path = step('$.departments', name)
    if (parent !== null && absent.includes(parent))
      errors.known(step(path, 'parent'), 'department', parent, names.departments)
    if (head !== null) errors.known(step(path, 'head'), 'person', head, names.people)
  }
  for (const name of circling(departments))
    errors.wrong(step(step('$.departments', name), 'parent'), 'lies below itself')
}
