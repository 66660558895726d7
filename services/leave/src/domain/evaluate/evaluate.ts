import type { LocalDate } from '@awayday/kernel'
import { unreachable } from '@awayday/kernel'
import type { Answer } from './answer.ts'
import { allowed } from './answers/allowed.ts'
import { approval, history } from './answers/approval.ts'
import { away } from './answers/away.ts'
import { balance, balances } from './answers/balance.ts'
import { bradford } from './answers/bradford.ts'
import { closeYear, credit, payOut } from './answers/by-hand.ts'
import { carryOver } from './answers/carry-over.ts'
import { charge } from './answers/charge.ts'
import { losses, usable, whatIf } from './answers/foresight.ts'
import { grants } from './answers/grants.ts'
import { clashes, overlap } from './answers/overlaps.ts'
import { proration } from './answers/proration.ts'
import { blackoutDays, preview } from './answers/rules.ts'
import { day, work } from './answers/work.ts'
import type { Asking } from './asking.ts'
import type { Case } from './case.ts'
import type { Question } from './question.ts'
import { type World, worldOf } from './world.ts'

/** The answers to a document's questions, in their order. */
export const evaluate = (given: Case, questions: readonly Question[]): readonly Answer[] => {
  const worlds = new Map<LocalDate | null, World>()
  const world = (on: LocalDate | null): World => {
    const known = worlds.get(on) ?? worldOf(given, on)
    worlds.set(on, known)
    return known
  }
  return questions.map((question) => {
    const named: Answer = question.id === null ? {} : { id: question.id }
    return { ...named, ask: question.ask, ...answerTo(question, { given, world }) }
  })
}

const answerTo = (question: Question, asking: Asking): Answer => {
  switch (question.ask) {
    case 'charge':
      return charge(question, asking)
    case 'grants':
      return grants(question, asking)
    case 'proration':
      return proration(question, asking)
    case 'carryOver':
      return carryOver(question, asking)
    case 'balance':
      return balance(question, asking)
    case 'balances':
      return balances(question, asking)
    case 'overlap':
      return overlap(question, asking)
    case 'clashes':
      return clashes(question, asking)
    case 'away':
      return away(question, asking)
    case 'day':
      return day(question, asking)
    case 'work':
      return work(question, asking)
    case 'losses':
      return losses(question, asking)
    case 'whatIf':
      return whatIf(question, asking)
    case 'allowed':
      return allowed(question, asking)
    case 'blackoutDays':
      return blackoutDays(question, asking)
    case 'approval':
      return approval(question, asking)
    case 'payOut':
      return payOut(question, asking)
    case 'credit':
      return credit(question, asking)
    case 'closeYear':
      return closeYear(question, asking)
    case 'history':
      return history(question, asking)
    case 'usable':
      return usable(question, asking)
    case 'bradford':
      return bradford(question, asking)
    case 'preview':
      return preview(question, asking)
    default:
      return unreachable(question)
  }
}
