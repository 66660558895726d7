import { parseArgs } from 'node:util'
import { STORE_NAMES } from '@awayday/event-sourcing'
import { chanceFrom } from './chance.ts'
import { drill } from './drill.ts'
import { reportOf } from './report.ts'

const HELP = `A company at work moves from MongoDB to DynamoDB to SQLite and back, again and again.

  pnpm drill:switch [flags]

  --home <store>   mongodb: where the company begins
  --moves <n>      20; with kills, moves go on until all kills are done; 0: what the product does with all calls where it is
  --rps <n>        50 commands and reads a second
  --requests <n>   30000 in all, at most
  --kills <n>      0 of mover and product, at any moment
  --pause <ms>     4000 at most between two kills
  --people <n>     30 in the company
  --wait <s>       5: calls of the product are over after so long
  --seed <n>       1

It needs the servers of the tests. Exit code 1: a promise was broken.`

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: 'mongodb' },
    moves: { type: 'string', default: '20' },
    rps: { type: 'string', default: '50' },
    requests: { type: 'string', default: '30000' },
    kills: { type: 'string', default: '0' },
    pause: { type: 'string', default: '4000' },
    people: { type: 'string', default: '30' },
    wait: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else {
  const home = STORE_NAMES.find((name) => name === values.home)
  if (!home) throw new Error(`--home takes ${STORE_NAMES.join(', ')}`)
  const outcome = await drill({
    home,
    moves: Number(values.moves),
    rps: Number(values.rps),
    most: Number(values.requests),
    kills: Number(values.kills),
    longestPauseMs: Number(values.pause),
    people: Number(values.people),
    callsOverS: Number(values.wait),
    chance: chanceFrom(Number(values.seed)),
    tell: console.log,
  })
  console.log(reportOf(outcome))
  process.exitCode = outcome.violations.length > 0 ? 1 : 0
}
