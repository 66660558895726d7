/** What is wrong with a table, where a spreadsheet shows it: the header is row 1. `column`: its name, else its letter; empty: the whole row. */
export type CsvProblem = { readonly row: number; readonly column: string; readonly message: string }

export const HEADER_ROW = 1

/** A, B, … Z, AA: how a spreadsheet calls the n-th column, from 0. */
export const letterOf = (n: number): string =>
  n < LETTERS.length
    ? LETTERS.charAt(n)
    : letterOf(Math.floor(n / LETTERS.length) - 1) + LETTERS.charAt(n % LETTERS.length)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
