export type Place = { readonly row: number; readonly column: number }

/** Where a key leads in a grid (ARIA authoring practices, grid pattern); nothing for keys that are none of its business. */
export const moved = (
  { row, column }: Place,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns, isRtl }: { readonly rows: number; readonly columns: number; readonly isRtl: boolean },
): Place | undefined => {
  const within = (place: Place): Place => ({
    row: Math.min(Math.max(place.row, 0), rows - 1),
    column: Math.min(Math.max(place.column, 0), columns - 1),
  })
  const forward = isRtl ? -1 : 1
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column - forward })
    case 'ArrowRight':
      return within({ row, column: column + forward })
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 }
    default:
      return undefined // any other key
  }
}
