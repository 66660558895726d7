import type { Rejection } from '#domain/person/rejections.ts'
import type { Broken, Figure, Finding } from '#domain/rules/broken.ts'
import { nameOf } from '#domain/rules/name-of.ts'
import type { Rule } from '#domain/rules/rule.ts'
import { partText } from '#domain/time/part-text.ts'

/** A rule that a wish breaks, where, by which figures, and what may be done about it. */
export const brokenShown =
  (rules: readonly Rule[]) =>
  ({ rule, kind, findings, overridableBy, exception }: Broken) => ({
    rule,
    name: nameOf(rules, rule),
    kind,
    findings: findings.map(findingShown),
    overridableBy,
    exception,
  })

export const ruleName = (rules: readonly Rule[]) => (rule: string) => ({ rule, name: nameOf(rules, rule) })

export type BrokenShown = ReturnType<ReturnType<typeof brokenShown>>

type BreaksRules = Extract<Rejection, { readonly type: 'BreaksRules' }>
type BreaksRulesShown = Omit<BreaksRules, 'broken'> & {
  readonly broken: readonly BrokenShown[]
}

/** A refusal as people read it: with the names of the rules that it breaks. */
export const refusalShown = <Other extends { readonly type: string }>(
  refusal: BreaksRules | Other,
  rules: readonly Rule[],
): BreaksRulesShown | Other =>
  isOfRules(refusal) ? { ...refusal, broken: refusal.broken.map(brokenShown(rules)) } : refusal

const isOfRules = (refusal: { readonly type: string }): refusal is BreaksRules => refusal.type === 'BreaksRules'

const findingShown = ({ first, last, part, required, found, requests }: Finding) => ({
  first,
  last,
  part: partText(part),
  required: figureShown(required),
  found: figureShown(found),
  requests,
})

/** Whole numbers and texts, each in a member of its own. */
const figureShown = (figure: Figure) => {
  switch (figure.of) {
    case 'part':
      return { of: figure.of, text: partText(figure.part) }
    case 'labels':
      return { of: figure.of, text: figure.labels.join(', ') }
    case 'overlap':
      return { of: figure.of, text: figure.overlap }
    default:
      return figure
  }
}
