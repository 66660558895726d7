import { deleteLeft } from '../../stages/delete-left.ts'
import { finish } from '../../stages/finish.ts'
import { reportOf, writeReport } from '../../stages/report.ts'
import { waitsOf } from '../../stages/waits.ts'
import { hasMoved, isToFinish, tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted } from './words.ts'

export const runFinish: Run = async (world, context) => {
  const { flags, env, telling } = context
  if (flags.delete) return deleted(world, context)
  const done = await finish(
    world,
    await tenantsOf(world, flags.tenants, isToFinish),
    waitsOf(world, flags.waitS),
    {},
    (finished) => writeReport(world, finished, env['AWAYDAY_SECRET'] ?? ''),
  )
  for (const { tenant, epoch, late } of done) {
    const report = reportOf(world, tenant, epoch)
    const sentences = [
      `${world.service.name}, ${tenant}: lives in ${world.to.name} now. Report: ${report}`,
      ...late.brought.map((name) => `  a call that took longer than the wait had written ${name}: brought`),
      ...late.left.map(
        (name) =>
          `  a call that took longer than the wait had written ${name}, and ${world.to.name} has another: left in ${world.from.name}, look at both`,
      ),
    ]
    telling.outcome(sentences, {
      step: 'finished',
      late,
      service: world.service.name,
      tenant,
      epoch,
      report,
    })
  }
  if (done.length === 0)
    telling.outcome([`${world.service.name}: nothing is left to finish`], {
      step: 'finished',
      service: world.service.name,
    })
  return true
}

const deleted: Run = async (world, { flags, telling }) => {
  for (const tenant of await tenantsOf(world, flags.tenants, hasMoved)) {
    const { items } = await deleteLeft(world, tenant)
    telling.outcome([`${world.service.name}, ${tenant}: deleted ${counted(items, 'item')} in ${world.from.name}`], {
      step: 'deleted',
      service: world.service.name,
      tenant,
      items,
    })
  }
  return true
}
