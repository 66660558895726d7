/** Something whoever starts the host can mend. One sentence, shown as it is. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
