import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { columns, columnsMarkdown } from './columns.ts'
import { readTable } from './read-table.ts'

const days = v.pipe(v.string(), v.regex(/^\d+$/, 'is not a number'), v.transform(Number))
const leave = columns({
  person: v.pipe(v.string(), v.description('Whose.')),
  days,
  note: v.optional(v.pipe(v.string(), v.maxLength(9, 'is too long')), 'none'),
})
const wrong = async (text: string) => (await readTable(text, leave)).problems
const values = async (text: string) => (await readTable(text, leave)).read

describe('a table', () => {
  test.each([
    ['commas', 'person,days,note\nana,2,x\n'],
    ['semicolons, as in much of Europe', 'person;days;note\r\nana;2;x\r\n'],
    ['tabs', 'person\tdays\tnote\nana\t2\tx'],
    ['a byte order mark', '\ufeffperson,days,note\nana,2,x\n'],
    ['columns in another order', 'note,days,person\nx,2,ana\n'],
    ['columns without a name that hold nothing', 'person,days,note,,\nana,2,x,,\n'],
    ['space around cells', ' person , days, note\n ana ,2 ,\u00a0x\n'],
    ['old line ends', 'person,days,note\rana,2,x\r'],
  ])('may have %s', async (_what, text) =>
    expect(await values(text)).toEqual([{ row: 2, value: { person: 'ana', days: 2, note: 'x' } }]),
  )

  test('may leave out what is not needed', async () =>
    expect(await readTable('person,days\nana,2\n', leave)).toEqual({
      rows: 1,
      read: [{ row: 2, value: { person: 'ana', days: 2, note: 'none' } }],
      problems: [],
    }))

  test('numbers its rows as a spreadsheet does, whatever is blank or holds line breaks', async () =>
    expect((await values('person,days,note\n\n"ana",1,"a\nb"\n,,\nben,2,\n')).map(({ row }) => row)).toEqual([3, 5]))
})

describe('what is wrong with a table', () => {
  test('is told at once, by row and column', async () =>
    expect(await readTable('person,dais,note\nana,2,far too long\n,3,x,y\n', leave)).toEqual({
      rows: 2,
      read: [],
      problems: [
        { row: 1, column: 'dais', message: 'is not known here; did you mean "days"?' },
        { row: 1, column: 'days', message: 'is missing' },
        { row: 2, column: 'note', message: 'is too long' },
        { row: 3, column: 'D', message: 'has no name in the header' },
        { row: 3, column: 'person', message: 'is missing' },
      ],
    }))

  test.each([
    ['nothing', '', [1, 'person', 'is missing']],
    ['a column that is there twice', 'person,days,person\n', [1, 'person', 'is there twice, in C too']],
    [
      'a quote that is never closed',
      'person,days\nana,1\n"ben,2\n',
      [3, '', 'a quote is opened here and never closed'],
    ],
    [
      'a quote in the middle',
      'person,days\nana,1"2"\n',
      [2, '', 'a quote stands in the middle of a cell; a cell with quotes is quoted, and each of its quotes doubled'],
    ],
    ['too long a text', `person,days\n${'x'.repeat(1_000_000)}`, [1, '', 'the text is longer than 1000 kB: split it']],
    ['too many rows', `person,days\n${'a,1\n'.repeat(10_001)}`, [1, '', 'there are more than 10000 rows: split them']],
    ['a cell', 'person,days\nana,x\n', [2, 'days', 'is not a number']],
  ] as const)('may be %s', async (_what, text, [row, column, message]) =>
    expect((await wrong(text))[0]).toEqual({ row, column, message }),
  )
})

test('columns are told to people', () =>
  expect(columnsMarkdown(leave)).toBe(
    '| column | | what it says |\n|---|---|---|\n| `person` | needed | Whose. |\n| `days` | needed |  |\n| `note` |  |  |',
  ))
