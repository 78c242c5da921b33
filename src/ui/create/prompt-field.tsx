import { useEffect, useRef } from 'preact/hooks'
import { PROMPT_LIMIT } from '../../segmind/request'
import * as words from '../../words'

interface PromptFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
}

/** The prompt, growing with its text up to six lines. */
export function PromptField({ value, onInput }: PromptFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const over = value.trim().length > PROMPT_LIMIT
  useEffect(() => {
    // Only where the focus is nowhere: whoever walks the tabs with the arrow keys stays on them.
    if (document.activeElement === document.body) box.current?.focus()
  }, [])
  return (
    <div class="field prompt">
      <label class="field-label" for="prompt">
        {words.prompt.label}
      </label>
      <div class="prompt-box">
        {/* A copy of the text sets the height; the textarea fills it. */}
        <div class="prompt-ghost" aria-hidden="true">
          {`${value || words.prompt.placeholder} `}
        </div>
        <textarea
          id="prompt"
          ref={box}
          rows={3}
          value={value}
          placeholder={words.prompt.placeholder}
          aria-describedby="prompt-count"
          aria-invalid={over}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </div>
      <div class={over ? 'prompt-count over' : 'prompt-count'} id="prompt-count">
        {over && <span>{words.prompt.tooLong}</span>}
        <span>{words.prompt.count(value.trim().length)}</span>
      </div>
    </div>
  )
}
