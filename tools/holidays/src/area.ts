type WithZones = Intl.Locale & { getTimeZones(): readonly string[] | undefined }

/**
 * The part of the world that most of a country's time zones are named after: `Europe`, `America`, `Pacific`. Countries share a file
 * with their neighbours, as they share feasts: a file for each compressed half as well.
 */
export const areaOf = (country: string): string => {
  const zones = (new Intl.Locale('und', { region: country }) as WithZones).getTimeZones() ?? []
  const areas = Map.groupBy(zones, (zone) => zone.split('/')[0] ?? '')
  const [most] = [...areas].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? 'Other'
}
