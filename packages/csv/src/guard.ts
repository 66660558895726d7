/**
 * A spreadsheet takes a cell that begins so for a formula, and may run it (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`, their
 * full-width forms, tab and line breaks.
 */
const FORMULA = '[=+\\-@\\t\\r\\n＝＋－＠]'
const STARTS = new RegExp(`^'*${FORMULA}`)
const GUARDED = new RegExp(`^'+${FORMULA}`)

/** What a cell is written as: an apostrophe before whatever begins like a formula, so that any spreadsheet shows text. */
export const guarded = (text: string): string => (STARTS.test(text) ? `'${text}` : text)

/** What was meant by a cell that was written so; anything else is as it stands. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)
