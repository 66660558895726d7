import type { TenantId } from '@awayday/kernel'
import type { DepartmentView, LocationView, PersonView, TeamView } from '#domain/views.ts'

/**
 * Questions about a whole company. Answers follow the streams within moments, hold no personal text, and come in no
 * promised order. An unknown company has nobody.
 */
export interface DirectoryViews {
  /** Everybody who ever joined. */
  people(tenant: TenantId): Promise<readonly PersonView[]>
  teams(tenant: TenantId): Promise<readonly TeamView[]>
  departments(tenant: TenantId): Promise<readonly DepartmentView[]>
  locations(tenant: TenantId): Promise<readonly LocationView[]>
}
