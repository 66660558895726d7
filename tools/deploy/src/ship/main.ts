import { createInterface } from 'node:readline/promises'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { S3Client } from '@aws-sdk/client-s3'
import { SSMClient } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { type ServiceArtifact, versionOf } from '../build/artifact.ts'
import { artifactsBucket } from '../stacks/deployment.ts'
import { artifactsIn } from './artifacts.ts'
import { askedFor } from './asked.ts'
import { type Flags, HELP, readFlags } from './flags.ts'
import { retire, toRetire } from './retire.ts'
import { secretOf } from './secret.ts'
import { ship } from './ship.ts'
import { ShipProblem } from './ship-problem.ts'
import { checksOf, smoke } from './smoke.ts'
import { writeVersions } from './versions.ts'

const FOLDER = 'deploy'

/** Ships, promotes or rolls back. The exit code. */
const bring = async (flags: Flags, at: string): Promise<number> => {
  const { environment, now, next } = await askedFor(FOLDER, flags, at)
  const { region, expires } = now
  const ssm = new SSMClient({ region })
  const shipping = {
    environment,
    people: flags.people,
    cloudFormation: new CloudFormationClient({ region }),
    ssm,
    artifacts: artifactsIn(
      flags.built,
      new S3Client({ region }),
      artifactsBucket({ account: await accountOf(region), region }),
      region,
    ),
    tell: console.log,
    agrees: () => agrees(flags, 'Apply this?'),
    over: flags.over,
    atOnce: flags.atOnce,
  }
  const shipped = await ship(shipping, now, next.services)
  if (!shipped) return nothing(flags)
  if (expires !== undefined && Object.keys(now.services).length === 0) {
    console.log('Making the demo company ...')
    const { seedEnvironment } = await import('./seed-environment.ts')
    await seedEnvironment(environment, region, await secretOf(ssm, environment))
  }
  await writeVersions(FOLDER, environment, next) // it runs, whether or not it works: `rollback` goes back from here
  console.log(`${environment} runs it. ${FOLDER}/${environment}.json says so: commit it.`)
  if (shipped.url) await smoke(shipped.url, checksOf(versionsOf(shipped.services)))
  return 0
}

const remove = async (flags: Flags, at: string): Promise<number> => {
  const environments = await toRetire(FOLDER, flags.environment, at.slice(0, 10))
  for (const [name, { expires }] of environments) console.log(`${name}, with all its data; its last day: ${expires}`)
  if (environments.length > 0 && !(await agrees(flags, 'Remove this?'))) return nothing(flags)
  for (const [name, { region }] of environments) {
    const [cloudFormation, ssm] = [new CloudFormationClient({ region }), new SSMClient({ region })]
    await retire({ cloudFormation, ssm, tell: console.log }, FOLDER, name)
    console.log(`${name} is gone, and so is ${FOLDER}/${name}.json: commit that.`)
  }
  if (environments.length === 0) console.log('No environment has had its last day.')
  return 0
}

const nothing = ({ dryRun }: Flags): number => {
  console.log('Nothing was changed.')
  return dryRun ? 0 : 1
}

const agrees = async ({ dryRun, yes }: Flags, question: string): Promise<boolean> => {
  if (dryRun) return false
  if (yes) return true
  if (!process.stdin.isTTY) throw new ShipProblem('Nobody is there to say yes. Say --yes, or --dry-run.')
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const said = await asking.question(`${question} [y/N] `)
  asking.close()
  return /^y(es)?$/i.test(said.trim())
}

/** Whose account it is; nothing can be done for nobody. */
const accountOf = async (region: string): Promise<string> => {
  try {
    const { Account = '' } = await new STSClient({ region }).send(new GetCallerIdentityCommand())
    return Account
  } catch (cause) {
    throw new ShipProblem(
      `AWS does not know who you are (${cause instanceof Error ? cause.message : cause}). Sign in, or set AWS_PROFILE.`,
      { cause },
    )
  }
}

/** As services tell it of themselves. */
const versionsOf = (shipped: readonly ServiceArtifact[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shipped.flatMap(({ manifest, functions }) =>
      functions['health'] ? [[manifest.name, versionOf(functions['health'])]] : [],
    ),
  )

try {
  const at = new Date().toISOString()
  const flags = readFlags(process.argv.slice(2), at.slice(0, 10))
  if (!flags) console.log(HELP)
  else process.exitCode = await (flags.verb === 'retire' ? remove : bring)(flags, at)
} catch (trouble) {
  if (!(trouble instanceof ShipProblem)) throw trouble
  console.error(trouble.message)
  process.exitCode = 2
}
