// What AppSync itself runs (APPSYNC_JS), where a field has no function of ours.

/** The Mutation that feeds a Subscription answers what it was told. */
export const HANDS_ON = `export const request = (ctx) => ({ payload: ctx.args })
export const response = (ctx) => ctx.result
`

/** Whoever listens hears what is of their company and names them; admins all of their company. */
export const HEARS_ITS_OWN = `import { extensions, util } from '@aws-appsync/utils'
export const request = () => ({ payload: null })
export const response = (ctx) => {
  const { tenant, person, roles } = ctx.identity.resolverContext
  const ofTenant = { tenant: { eq: tenant } }
  const filter = roles.split(',').includes('admin') ? ofTenant : { ...ofTenant, audience: { contains: person } }
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter))
  return null
}
`
