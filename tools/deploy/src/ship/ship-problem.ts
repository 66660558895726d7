/** Something that whoever ships can mend, told in plain words. Exit code 2. */
export class ShipProblem extends Error {
  override readonly name = 'ShipProblem'
}
