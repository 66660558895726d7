import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'

type Props<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of a few: all are seen at once, arrow keys choose. */
export const Choice = <Value extends string>({ label, value, options, onChange }: Props<Value>) => (
  <RadioGroup
    className="field choice"
    orientation="horizontal"
    value={value}
    onChange={(chosen) => onChange(chosen as Value)}
  >
    <Label>{label}</Label>
    <div className="choice-options">
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice-option">
          {option.label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)
