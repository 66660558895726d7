import type { Holiday } from '#domain/time/calendar.ts'

/** What is free by law, as it was known when this version of the product was built. */
export interface PublicHolidays {
  /**
   * All public holidays of a country (ISO 3166-1 alpha-2) or of a region in it, of the years that are known, by day; several may
   * fall on one day. `region` is the code after the country's, such as `BY`; null or unknown: what the whole country
   * has. A country that is not known has none.
   */
  of(country: string, region: string | null): Promise<readonly Holiday[]>
  /** The codes and names of a country's regions, by code. */
  regions(country: string): Promise<readonly { readonly code: string; readonly name: string }[]>
}
