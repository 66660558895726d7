import type { TenantId } from '@awayday/kernel'

/**
 * The secret that hides the mails in the names of a company's reservations. It is stored with the company's data, not taken
 * from the environment: it must never change while the company exists, or a mail could be given twice.
 */
export interface MailSecrets {
  /** Always the same text for a company, whoever asks first, even many at once; another one for every company. */
  of(tenant: TenantId): Promise<string>
}
