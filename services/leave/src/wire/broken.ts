import { partText } from '#domain/evaluate/texts.ts'
import type { Broken, Figure, Finding } from '#domain/rules/broken.ts'

/** A rule that a wish breaks, where, by which figures, and what may be done about it. */
export const brokenShown = ({ rule, name, kind, findings, overridableBy, exception }: Broken) => ({
  rule,
  name,
  kind,
  overridableBy,
  exception,
  findings: findings.map(findingShown),
})

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
