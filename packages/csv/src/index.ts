export { type CsvColumns, columns, columnsMarkdown } from './columns.ts'
export type { CsvProblem } from './problem.ts'
export { type CsvRow, readTable, type TableRead } from './read-table.ts'
export { writeTable } from './write-table.ts'
