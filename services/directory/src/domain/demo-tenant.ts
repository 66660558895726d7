import type { TenantId } from '@awayday/kernel'

/** The company a demo shows. Demo sign-in knows no other. */
export const demoTenant = 'demo' as TenantId
