/** The attributes our items are made of, in DynamoDB's own notation. The SDK's `AttributeValue` takes them as they are. */
export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: Attribute[] }
  | { readonly M: Item }
export type Item = { readonly [name: string]: Attribute }

/**
 * How large DynamoDB counts an item: names and values in UTF-8.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + attributeBytes(value), 0)

const attributeBytes = (value: Attribute): number => {
  if ('S' in value) return Buffer.byteLength(value.S)
  if ('N' in value) return numberBytes(value.N)
  if ('L' in value) return 3 + value.L.reduce((sum, element) => sum + 1 + attributeBytes(element), 0)
  if ('M' in value) return 3 + Object.keys(value.M).length + itemBytes(value.M)
  return 1
}

/** One byte for every two digits, counted from the decimal point and without zeros at the ends; one more, and one for a minus. */
const numberBytes = (text: string): number => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = `${whole.length % 2 ? '0' : ''}${whole}${fraction}${fraction.length % 2 ? '0' : ''}`
  const significant = digits.replace(/^(00)+|(?<=^(..)*)(00)+$/g, '')
  return 1 + significant.length / 2 + (text.startsWith('-') ? 1 : 0)
}
