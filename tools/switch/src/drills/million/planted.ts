import type { Side } from '../../verify/side.ts'
import { bodyAfter } from '../../verify/testing/company.ts'
import { erase, overwrite, withWrongByte } from '../../verify/testing/damage.ts'

/** One wrong byte, one missing and one extra record in the target. Answers what is to be named. */
export const planted = async (source: Side, target: Side): Promise<readonly string[]> => {
  const [wrong, missing, extra] = [
    { tenant: 'company-057', key: 'person/p000003#0000000007' },
    { tenant: 'company-101', key: 'person/p000001#0000000020' },
    { tenant: 'company-173', key: 'person/p000002#0000000021' },
  ] as const
  const right = (await source.get(wrong.tenant, 'events', wrong.key))?.['body'] ?? ''
  const body = withWrongByte(right, right.length - 100)
  await overwrite(target, wrong.tenant, 'events', { key: wrong.key, fields: { body } })
  await erase(target, missing.tenant, 'events', missing.key)
  await overwrite(target, extra.tenant, 'events', { key: extra.key, fields: { body: bodyAfter('another', 'stray') } })
  return [
    `${wrong.tenant} ${wrong.key} different`,
    `${missing.tenant} ${missing.key} missing`,
    `${extra.tenant} ${extra.key} extra`,
  ]
}
