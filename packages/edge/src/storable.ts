/**
 * Text that every store keeps as it is: no lone surrogate (UTF-8 has none, so it would come back changed) and no NUL
 * (not every store and tool carries one).
 */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
