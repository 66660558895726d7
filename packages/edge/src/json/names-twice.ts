/**
 * Whether JSON text that parsed names more members than its value has, which means that an object names one twice and
 * the parser dropped the first. A member is a colon outside of texts; counting all colons settles most inputs.
 */
export const namesTwice = (text: string, members: number): boolean =>
  colonsIn(text) !== members && membersIn(text) !== members

const colonsIn = (text: string): number => {
  let colons = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) colons++
  return colons
}

const membersIn = (text: string): number => {
  let members = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === COLON) members++
    else if (character === QUOTE) at = endOfText(text, at)
  }
  return members
}

/** Where the text that starts at `start` has its closing quote. */
const endOfText = (text: string, start: number): number => {
  let at = start + 1
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}

const [COLON, QUOTE, BACKSLASH] = [58, 34, 92]
