import type { Template } from '../checks/template.ts'
import { type Counted, heard, type Watched } from './heard.ts'

export type Outcome = {
  /** Calls that met the new version and were not as they should be. */
  readonly hurt: number
  /** So many minutes until all calls were back. Undefined: they stay with the new version. */
  readonly backAfter: number | undefined
}

/** A minute's metrics are complete two minutes later. */
const LAG = 2

/**
 * A function's calls while they move to a new version, as its template says: by CodeDeploy's steps, taken back by CloudWatch's alarms,
 * which look every minute at what their period holds. Calls come and are handed out evenly. `bad`: what the new version's calls count.
 */
export const shifted = (
  template: Template,
  name: string,
  perMinute: number,
  bad: (call: number) => Counted,
  steps?: string,
): Outcome => {
  const group = propertiesOf(template, `${name}Shift`)
  const share = shareOf(steps ?? String(group['DeploymentConfigName']))
  const { Alarms } = group['AlarmConfiguration'] as { readonly Alarms: readonly { readonly Name: { Ref: string } }[] }
  const alarms = Alarms.map((alarm) => propertiesOf(template, alarm.Name.Ref) as Watched)
  const minutes: Counted[][] = []
  let hurt = 0
  for (let [minute, call] = [0, 0]; share(minute) < 1; minute++) {
    const counted: Counted[] = []
    for (; call < (minute + 1) * perMinute; call++) {
      const worse = (call * GOLDEN) % 1 < share(minute) ? bad(call) : {}
      if (Object.keys(worse).length > 0) hurt++
      counted.push(worse)
    }
    minutes.push(counted)
    if (alarms.some((alarm) => heard(alarm, minutes.slice(0, -LAG)))) return { hurt, backAfter: minute + 1 }
  }
  return { hurt, backAfter: undefined }
}

/** Its multiples fall evenly between 0 and 1. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** The new version's share of the calls of a minute, by the name of one of CodeDeploy's own configurations. */
const shareOf = (name: string): ((minute: number) => number) => {
  const [, kind = '', percent, minutes] = /Lambda(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes?$/.exec(name) ?? []
  if (!kind) throw new Error(`${name} is no configuration of CodeDeploy for Lambda`)
  const [step, every] = [Number(percent) / 100, Number(minutes)]
  return kind === 'Linear'
    ? (minute) => Math.min(1, step * (Math.floor(minute / every) + 1))
    : (minute) => (minute < every ? step : 1)
}

const propertiesOf = ({ Resources }: Template, id: string): Readonly<Record<string, unknown>> => {
  const found = Resources[id]?.Properties
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
