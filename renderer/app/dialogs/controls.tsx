import { useId } from 'react';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  /** It has the focus when its dialog opens. */
  readonly first?: boolean;
}

/** A labelled select. */
export function Choice<T extends string>({ label, value, options, onChange, first = false }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...(first && { 'data-first': true })}
        onChange={(event) => {
          const chosen = options.find(([name]) => name === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [from: number, to: number, step?: number];
  /** The value with its unit. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A labelled slider for a whole number. */
export function Slider({ label, value, range: [from, to, step], text, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <span className="slider">
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={step}
          value={value}
          aria-valuetext={text}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output htmlFor={id}>{text}</output>
      </span>
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** A labelled checkbox. */
export function Toggle({ label, value, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
    </div>
  );
}
