import { parseArgs } from 'node:util'
import { services } from '@awayday/host/services'
import { complaintOf, parseLocalDate } from '@awayday/kernel'
import { isEnvironment, REGION } from '../stacks/deployment.ts'
import { ShipProblem } from './ship-problem.ts'

const VERBS = ['ship', 'promote', 'rollback', 'retire'] as const

export type Flags = {
  readonly verb: (typeof VERBS)[number]
  /** What is changed. Undefined: of retire, all whose last day is over. */
  readonly environment: string | undefined
  /** Of promote: where the artifacts run. */
  readonly from: string
  /** Undefined: all services. */
  readonly service: string | undefined
  readonly region: string | undefined
  readonly keepsData: boolean
  /** The last day of an environment that is somebody's own. */
  readonly expires: string | undefined
  readonly built: string
  readonly people: number
  readonly dryRun: boolean
  readonly over: boolean
  /** Always of rollback. */
  readonly atOnce: boolean
  readonly yes: boolean
}

export const HELP = `Brings environments on AWS to what is wanted. deploy/<environment>.json says what each runs.

  pnpm ship <environment>         builds what is here, shows what would change, asks, applies it, tries it, and notes it
  pnpm promote <from> <to>        the same artifacts in another environment; nothing is built
  pnpm rollback <environment>     what ran before
  pnpm retire [environment]       removes an environment that is somebody's own; without a name all whose last day is over

  --service <name>   of ship: ${services.map(({ name }) => name).join(', ')} alone; what else runs stays
  --region <region>  of a new environment, such as eu-west-1
  --keeps-data       of a new environment: tables outlive its stacks, and cannot be deleted by mistake
  --expires <date>   of a new environment: it is somebody's own until then, with the demo company; later: a new last day
  --built <folder>   dist/built: where artifacts are put, and looked for before the account's bucket
  --people <number>  100: so many the costs of a month are told for
  --dry-run          shows what would change, and changes nothing
  --at-once          all calls reach new versions at once, and no alarm takes them back; rollback always does so
  --over             ships over what somebody runs there that deploy/<environment>.json does not know
  --yes              does not ask

Exit code 1: somebody said no. 2: something you can mend.`

/** Reads a command line; undefined: help is asked for. All that is wrong is said at once, in a `ShipProblem`. */
export const readFlags = (args: readonly string[], today: string): Flags | undefined => {
  const { values, positionals } = parsed(args)
  const [first, ...names] = positionals
  const verb = VERBS.find((each) => each === first)
  if (values.help || first === undefined) return undefined
  const region = values.region
  const { expires, service } = values
  const needed = { ship: [1, 1], promote: [2, 2], rollback: [1, 1], retire: [0, 1] } as const
  const [least, most] = verb ? needed[verb] : [0, 2]
  const wrong = [
    !verb && `${first} is none of ${VERBS.join(', ')}`,
    (names.length < least || names.length > most) &&
      `${first} takes ${WORDS[least]} of environments, not ${names.length}`,
    ...names.map(
      (name) =>
        !isEnvironment(name) &&
        `an environment is 2 to 16 small letters and digits, such as prod or ana, not "${name}"`,
    ),
    region !== undefined && !REGION.test(region) && `--region takes one such as eu-west-1, not "${region}"`,
    service !== undefined &&
      !services.some(({ name }) => name === service) &&
      `--service takes ${services.map(({ name }) => name).join(', ')}, not "${service}"`,
    expires !== undefined && !parseLocalDate(expires) && `--expires takes a date such as 2027-01-01, not "${expires}"`,
    expires !== undefined && expires < today && `--expires ${expires} is over`,
    expires !== undefined &&
      values['keeps-data'] &&
      'what has a last day cannot keep its data: --expires or --keeps-data',
    !/^\d{1,7}$/.test(values.people) && `--people takes a number, not "${values.people}"`,
  ].filter((sentence) => typeof sentence === 'string')
  if (wrong.length > 0) throw new ShipProblem(`${wrong.join('; ')}. See --help.`)
  return {
    verb: verb ?? 'ship',
    environment: names.at(-1),
    from: names[0] ?? '',
    service,
    region,
    keepsData: values['keeps-data'],
    expires,
    built: values.built,
    people: Number(values.people),
    dryRun: values['dry-run'],
    over: values.over,
    atOnce: values['at-once'] || verb === 'rollback',
    yes: values.yes,
  }
}

const WORDS = ['no more than one name', 'one name', 'two names'] as const

const parsed = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  const yes = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        service: text,
        region: text,
        'keeps-data': yes,
        expires: text,
        built: { ...text, default: 'dist/built' },
        people: { ...text, default: '100' },
        'dry-run': yes,
        over: yes,
        'at-once': yes,
        yes,
        help: { ...yes, short: 'h' },
      },
    })
  } catch (cause) {
    throw new ShipProblem(complaintOf(cause), { cause })
  }
}
