import { parseArgs } from 'node:util'
import { STORE_NAMES } from '@awayday/event-sourcing'
import { services as all } from '@awayday/host/services'
import { build } from './build/build.ts'
import { kept } from './build/kept.ts'
import { overBudget, reportOf } from './build/report.ts'

const HELP = `Makes a zip for each function of each service, as Lambda takes it, and one of the web app, all named by their content.

  pnpm build [flags]

  --stores <a,b>     dynamodb: what the functions keep their data in; two while companies move from one to the other
  --service <name>   directory, leave or dashboard; all by default
  --out <folder>     dist/built

Exit code 1: a function is larger than its manifest allows. 2: what was asked for is not there.`

const { values } = parseArgs({
  options: {
    stores: { type: 'string', default: 'dynamodb' },
    service: { type: 'string' },
    out: { type: 'string', default: 'dist/built' },
    help: { type: 'boolean', default: false },
  },
})

const asked = values.stores.split(',').map((name) => name.trim())
const stores = STORE_NAMES.filter((name) => asked.includes(name))
const services = all.filter(({ name }) => values.service === undefined || name === values.service)

if (values.help) console.log(HELP)
else if (stores.length !== asked.length || services.length === 0) {
  console.error(
    services.length === 0
      ? `There is no service ${values.service}: directory, leave or dashboard.`
      : `--stores takes ${STORE_NAMES.join(', ')}, not ${values.stores}.`,
  )
  process.exitCode = 2
} else {
  const built = await Promise.all(services.map((service) => build(service, stores)))
  const functions = built.flatMap((each) => each.functions)
  await kept(built, values.out)
  for (const line of reportOf(functions)) console.log(line)
  const troubles = overBudget(functions)
  for (const trouble of troubles) console.error(trouble)
  if (troubles.length > 0) process.exitCode = 1
}
