/** `*` is any run of characters, two in a row are refused; `\*` and `\\` stand for themselves, any other escape is refused. */
export const wildcard = (pattern: string, path: string): ((value: unknown) => boolean) => {
  const parts: string[] = []
  for (let n = 0; n < pattern.length; n++) {
    const character = pattern[n] ?? ''
    const next = pattern[n + 1]
    if (character === '\\') {
      if (next !== '*' && next !== '\\') throw new Error(`"wildcard" escapes only * and \\, at "${path}"`)
      parts.push(literally(next))
      n += 1
    } else if (character === '*') {
      if (next === '*') throw new Error(`"wildcard" takes no two * in a row, at "${path}"`)
      parts.push('.*')
    } else parts.push(literally(character))
  }
  const whole = new RegExp(`^${parts.join('')}$`, 's')
  return (value) => typeof value === 'string' && whole.test(value)
}

const literally = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
