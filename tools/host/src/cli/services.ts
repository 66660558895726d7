import type { ServiceManifest } from '@awayday/manifest'
import dashboard from '@awayday/service-dashboard'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'

/** What the product is made of. */
export const services: readonly ServiceManifest[] = [directory, leave, dashboard]
