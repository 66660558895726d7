import { shadowRead } from '../../stages/shadow-read.ts'
import { verifyMove } from '../../stages/verify-move.ts'
import { isToMove, tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted } from './words.ts'

export const runVerify: Run = async (world, { flags, telling }) => {
  let well = true
  for (const tenant of await tenantsOf(world, flags.tenants, isToMove)) {
    const { differences, sentences, more, compared, repaired, at, epoch } = await verifyMove(world, tenant, {
      mend: flags.repair,
    })
    well &&= differences.length === 0 && !more
    const counts = compared.map(({ collection, count }) => `${count.toLocaleString('en')} ${collection}`).join(', ')
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: compared ${counts}: ${differences.length === 0 ? 'equal' : counted(differences.length, 'difference')}${repaired > 0 ? `, ${repaired} mended` : ''}`,
        ...sentences.map((sentence) => `  ${sentence}`),
        ...(more ? ['  and more'] : []),
      ],
      {
        step: 'verified',
        service: world.service.name,
        tenant,
        at,
        epoch,
        equal: differences.length === 0,
        compared,
        repaired,
        differences,
      },
    )
  }
  return well
}

export const runShadowRead: Run = async (world, { flags, telling }) => {
  let well = true
  const options = { percent: flags.percent, forMs: flags.forS * 1_000 }
  for (const { tenant, ...it } of await shadowRead(world, await tenantsOf(world, flags.tenants, isToMove), options)) {
    well &&= it.different === 0
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: compared ${counted(it.asked, 'answer')}: ${it.alike} alike, ${it.different} different, ${it.unsettled} kept changing, ${it.failed} failed; ${it.hereMs} ms and ${it.hereReads} read units where reads are answered, ${it.thereMs} ms and ${it.thereReads} in the other store`,
        ...it.mismatches.map(
          ({ question, asked, here, there }) =>
            `  ${question} ${asked}: ${here.rows} rows ${here.digest} here, ${there.rows} rows ${there.digest} there`,
        ),
      ],
      { step: 'shadow-read', service: world.service.name, tenant, ...it },
    )
  }
  return well
}
