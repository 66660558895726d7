import type * as v from 'valibot'
import { approval } from './approval.ts'
import { calendar } from './calendar.ts'
import { leaveTypes } from './leave-types.ts'
import { person } from './person.ts'
import { writtenPolicy } from './policy.ts'
import { question } from './question.ts'
import { rules } from './rules.ts'
import { schedule } from './schedule.ts'
import { fields, maybe, setting } from './setting.ts'
import { id, list, named, personId, words } from './values.ts'

const department = fields({
  parent: maybe('The department it lies in. null: at the top.', id),
  head: maybe('Who leads it.', personId),
})

/** All that `pnpm leave evaluate` reads. */
export const document = fields({
  $schema: maybe('Where its JSON Schema is.', words),
  description: maybe('What it is about.', words),
  schedules: setting('Work patterns, by name.', named(schedule), {}),
  locations: setting('What is free at each location, by name.', named(calendar), {}),
  departments: setting('The departments, by name.', named(department), {}),
  policies: setting('The policies, by name.', named(writtenPolicy), {}),
  leaveTypes: setting(
    'The kinds of leave. One that is not listed, but that a policy is for, has the defaults.',
    leaveTypes,
    [],
  ),
  rules: setting('The rules of the company for what leave may be taken.', rules, []),
  approval: setting('How requests are approved.', approval, {}),
  people: setting('The people.', list(person), []),
  questions: setting('The questions, answered in this order.', list(question), []),
})

export type Document = v.InferOutput<typeof document>
export type WrittenPerson = Document['people'][number]
