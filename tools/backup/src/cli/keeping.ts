import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'

/** The services that keep something, those that others hear from first. */
export const keeping: readonly ServiceManifest[] = [directory, leave]
