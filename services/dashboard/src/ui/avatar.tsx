/** Two letters instead of a picture, in one of a few tints that stays the same for a name. */
export const Avatar = ({ name }: { readonly name: string }) => {
  const letters = name.split(' ').map((word) => word.slice(0, 1))
  const tint = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TINTS
  return (
    <span className={`avatar avatar-${tint}`} aria-hidden="true">
      {letters.at(0)}
      {letters.length > 1 ? letters.at(-1) : ''}
    </span>
  )
}

const TINTS = 6
