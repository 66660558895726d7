import type { TenantId } from '@awayday/kernel'
import type { Starter } from '#domain/person/commands.ts'
import { STARTER_VERSION, starterName, starterPolicies } from '#domain/person/starter-policies.ts'
import type { World } from '#ports/world.ts'
import { policyText } from '#wire/documents.ts'

/** What applies in a country to whom the company has put under nothing else; its documents are there before the fact. */
export const starterTerms = (
  { documents }: Pick<World, 'documents'>,
  tenant: TenantId,
  country: string,
): Promise<readonly Starter[]> =>
  Promise.all(
    starterPolicies(country).map(async (policy) => ({
      policy: starterName(country),
      version: STARTER_VERSION,
      leaveType: policy.leaveType,
      document: await documents.put(tenant, policyText(policy)),
    })),
  )
