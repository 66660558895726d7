import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { services } from '@awayday/host/services'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { S3Client } from '@aws-sdk/client-s3'
import { SSMClient } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { versionOf } from '../build/artifact.ts'
import { artifactsBucket } from '../stacks/deployment.ts'
import { artifactsIn } from './artifacts.ts'
import { ship } from './ship.ts'
import { ShipProblem } from './ship-problem.ts'
import { checksOf, smoke } from './smoke.ts'
import { moved, readVersions, type Services, steppedBack, type Versions, writeVersions } from './versions.ts'
import { builtNow } from './wanted.ts'

const HELP = `Brings environments on AWS to what is wanted. deploy/<environment>.json says what each runs.

  pnpm ship <environment>         builds what is here, shows what would change, asks, applies it, tries it, and notes it
  pnpm promote <from> <to>        the same artifacts in another environment; nothing is built
  pnpm rollback <environment>     what ran before

  --service <name>   of ship: directory, leave or dashboard alone; what else runs stays
  --region <region>  of a new environment, such as eu-west-1
  --keeps-data       of a new environment: tables outlive its stacks, and cannot be deleted by mistake
  --built <folder>   dist/built: where artifacts are put, and looked for before the account's bucket
  --dry-run          shows what would change, and changes nothing
  --yes              does not ask

Exit code 1: somebody said no. 2: something you can mend.`

const FOLDER = 'deploy'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: 'string' },
    region: { type: 'string' },
    'keeps-data': { type: 'boolean', default: false },
    built: { type: 'string', default: 'dist/built' },
    'dry-run': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [verb, name = '', to = ''] = positionals

/** What is to run, and what is to be noted when it does. */
const wantedOf = async (): Promise<{
  readonly environment: string
  readonly now: Versions
  readonly next: Versions
}> => {
  const at = new Date().toISOString()
  if (verb === 'rollback') {
    const now = await known(name)
    const next = steppedBack(now)
    if (!next) throw new ShipProblem(`Nothing is remembered of what ${name} ran before.`)
    return { environment: name, now, next }
  }
  if (verb === 'promote') {
    const [from, now] = [await known(name), await knownOrNew(to)]
    return { environment: to, now, next: moved(now, from.services, at) }
  }
  const now = await knownOrNew(name)
  const chosen = services.filter((service) => values.service === undefined || service.name === values.service)
  if (chosen.length === 0)
    throw new ShipProblem(
      `There is no service ${values.service}; there are ${services.map((each) => each.name).join(', ')}.`,
    )
  return { environment: name, now, next: moved(now, await builtNow(chosen, values.built, now.services), at) }
}

const known = async (environment: string): Promise<Versions> => {
  const versions = await readVersions(FOLDER, environment)
  if (!versions)
    throw new ShipProblem(`There is no ${FOLDER}/${environment}.json. pnpm ship ${environment} --region … makes one.`)
  return versions
}

const knownOrNew = async (environment: string): Promise<Versions> => {
  const versions = await readVersions(FOLDER, environment)
  if (versions) return versions
  if (!values.region) throw new ShipProblem(`${environment} is new: say where it is to be, with --region.`)
  return { region: values.region, keepsData: values['keeps-data'], services: {}, before: [] }
}

const agrees = async (): Promise<boolean> => {
  if (values['dry-run']) return false
  if (values.yes) return true
  if (!process.stdin.isTTY) throw new ShipProblem('Nobody is there to say yes. Say --yes, or --dry-run.')
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const said = await asking.question('Apply this? [y/N] ')
  asking.close()
  return /^y(es)?$/i.test(said.trim())
}

const run = async (): Promise<number> => {
  const { environment, now, next } = await wantedOf()
  const region = now.region
  const { Account = '' } = await new STSClient({ region }).send(new GetCallerIdentityCommand())
  const artifacts = artifactsIn(
    values.built,
    new S3Client({ region }),
    artifactsBucket({ account: Account, region }),
    region,
  )
  const shipping = {
    environment,
    cloudFormation: new CloudFormationClient({ region }),
    ssm: new SSMClient({ region }),
    artifacts,
    tell: console.log,
    agrees,
    smoke: async (url: string, shipped: Parameters<typeof versionsOf>[0]) => smoke(url, checksOf(versionsOf(shipped))),
  }
  if (!(await ship(shipping, now, next.services))) {
    console.log('Nothing was changed.')
    return values['dry-run'] ? 0 : 1
  }
  await writeVersions(FOLDER, environment, next)
  console.log(`${environment} runs it. ${FOLDER}/${environment}.json says so: commit it.`)
  return 0
}

/** As services tell it of themselves. */
const versionsOf = (
  shipped: readonly { readonly manifest: { readonly name: string }; readonly functions: Services }[],
) =>
  Object.fromEntries(
    shipped.flatMap(({ manifest, functions }) =>
      functions['health'] ? [[manifest.name, versionOf(functions['health'])]] : [],
    ),
  )

if (values.help || !['ship', 'promote', 'rollback'].includes(verb ?? '')) console.log(HELP)
else
  try {
    process.exitCode = await run()
  } catch (trouble) {
    if (!(trouble instanceof ShipProblem)) throw trouble
    console.error(trouble.message)
    process.exitCode = 2
  }
