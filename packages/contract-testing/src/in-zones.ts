/**
 * in-zones COMMAND...: runs a command of tests once as in each of two far time zones, the one furthest ahead and one that
 * is half an hour off. Tests know the zone by AWAYDAY_TEST_ZONE, and try fewer random cases there. Exit 1 where one failed.
 */
import { run } from './run.ts'

const ZONES = ['Pacific/Kiritimati', 'America/St_Johns']

const failed: string[] = []
for (const zone of ZONES) {
  console.log(`--- in ${zone}`)
  const code = await run(process.argv.slice(2), { ...process.env, TZ: zone, AWAYDAY_TEST_ZONE: zone })
  if (code !== 0) failed.push(zone)
}
if (failed.length > 0) console.error(`failed in ${failed.join(' and ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
