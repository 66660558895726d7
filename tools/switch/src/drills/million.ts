/**
 * pnpm switch:million [EVENTS [FROM [TO]]]: loads so many events (a million) of 200 companies into two stores (a MongoDB and a
 * DynamoDB), plants one wrong byte, one missing and one extra record in the second, and has the verifier find, name and mend
 * them. Fails unless it names these three and no other, and unless it stays below its memory.
 */
import { inTurns } from '@awayday/kernel'
import { type Pair, sentence } from '../verify/difference.ts'
import { repair } from '../verify/repair.ts'
import { openSide } from '../verify/sides/open-side.ts'
import { type Verdict, verify } from '../verify/verify.ts'
import { RECORDS, storeOf, TENANTS, tenants } from './million/companies.ts'
import { filled } from './million/filled.ts'
import { ground } from './million/ground.ts'
import { planted } from './million/planted.ts'
import { grouped, peakMb, summary, timed } from './million/report.ts'

const PEAK_MB = 300
const [events = '1000000', from = 'mongodb', to = 'dynamodb'] = process.argv.slice(2)
const streams = Math.ceil(Number(events) / TENANTS / RECORDS)

await using servers = await ground()
const { env } = servers
/** Two services, so that a store can also be compared with another of its kind. */
const filling = ([store, service]: readonly [string, string]): Promise<void> =>
  timed(
    () => filled(env, storeOf(store), service, streams),
    (_, seconds) =>
      `${grouped(streams * RECORDS * TENANTS)} events of ${TENANTS} companies are in ${store}: ${grouped(seconds)} s`,
  )
await Promise.all(
  (
    [
      [from, 'from'],
      [to, 'to'],
    ] as const
  ).map(filling),
)

await using source = await openSide(storeOf(from), env, 'from')
await using target = await openSide(storeOf(to), env, 'to')
const pairOf = (tenant: string): Pair => ({ source, target, tenant })
const verified = (): Promise<readonly Verdict[]> =>
  timed(async () => {
    const verdicts: Verdict[] = []
    const one = async (tenant: string) => void verdicts.push(await verify(pairOf(tenant), { again: 2 }))
    await inTurns(tenants, one, { width: 4 })
    return verdicts
  }, summary)

const plants = await planted(source, target)
const differences = (await verified()).flatMap(({ compared }) => compared.flatMap((each) => each.differences))
for (const difference of differences) {
  const pair = pairOf(difference.tenant)
  console.log(`  ${sentence(pair, difference)}`)
  for (const { done } of await repair(pair, [difference])) console.log(`  ${done}`)
}
const left = (await verified()).flatMap(({ compared }) =>
  compared.filter((each) => each.differences.length > 0 || each.digests.source !== each.digests.target),
)

const named = differences.map(({ tenant, key, is }) => `${tenant} ${key} ${is}`).sort()
const failures = [
  named.join() === plants.join() ? '' : `planted ${plants.join(', ')}; named ${named.join(', ')}`,
  left.length === 0 ? '' : `${left.length} collections are not equal after the repair`,
  peakMb() < PEAK_MB ? '' : `${grouped(peakMb())} MB of memory, at most ${PEAK_MB}`,
].filter(Boolean)
console.log(failures.length === 0 ? 'the three were found, named and mended' : failures.join('\n'))
if (failures.length > 0) process.exitCode = 1
