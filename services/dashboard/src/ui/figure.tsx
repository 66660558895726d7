/** An amount as the server words it, `12.5 days`, with its number large. */
export const Figure = ({ text }: { readonly text: string }) => {
  const [number, ...unit] = text.split(' ')
  return (
    <span className="figure">
      <strong>{number}</strong> {unit.join(' ')}
    </span>
  )
}
