import { approvalMutations } from './approval-mutations.ts'
import { csvMutations } from './csv-fields.ts'
import { entitlementMutations } from './entitlement-mutations.ts'
import { personMutations } from './person-fields.ts'
import { requestMutations } from './request-mutations.ts'
import { settingMutations } from './setting-mutations.ts'

export const mutations = {
  ...requestMutations,
  ...approvalMutations,
  ...entitlementMutations,
  ...personMutations,
  ...settingMutations,
  ...csvMutations,
}
