/** Something whoever moves a company can mend, or has to decide. One sentence, shown as it is. */
export class SwitchProblem extends Error {
  override readonly name = 'SwitchProblem'
}
