import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Icon } from '../parts/icon'
import { MenuButton, type MenuItem } from '../parts/menu'
import { hasWords, toggleWords } from './ideas'

interface PromptFieldProps {
  readonly value: string
  /** Longest prompt, in characters. */
  readonly limit: number
  /** What was asked for before, the latest first. */
  readonly earlier: readonly string[]
  readonly onInput: (value: string) => void
}

/** From this share of the limit on, the length is shown. */
const NEARLY = 0.9
/** So many earlier prompts are listed. */
const RECENT = 3

/** The prompt, growing with its text from two lines to six, and ideas for it. */
export function PromptField({ value, limit, earlier, onInput }: PromptFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const isFocused = useSignal(false)
  const { length } = value.trim()
  const over = length > limit
  useAnnounced('prompt', over ? strings.prompt.tooLong(limit) : '')
  useEffect(() => {
    // Only where the focus is nowhere: whoever walks the tabs with the arrow keys stays on them.
    const focus = () => {
      if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
    }
    // After the click or the key that brought the focus into the panel, which may be meant for another field.
    const focusLater = () => setTimeout(focus)
    focus()
    // WebKit focuses a frame only when the user does, and then focuses nothing within it.
    addEventListener('focus', focusLater)
    return () => removeEventListener('focus', focusLater)
  }, [])
  /** As in a shell: up and down go through what was asked for, while the field holds nothing else. */
  const onKeyDown = (event: KeyboardEvent) => {
    const at = earlier.indexOf(value)
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (!step || event.isComposing || (value !== '' && at < 0)) return
    // Within a text the arrows move the caret.
    const caret = box.current?.selectionStart ?? 0
    if (caret > 0 && caret < value.length) return
    const next = at + step
    if (next >= earlier.length || next < -1) return
    event.preventDefault()
    onInput(earlier[next] ?? '')
  }
  const take = (text: string) => {
    onInput(text)
    box.current?.focus()
  }
  const ideas = (): MenuItem[] => [
    { heading: strings.ideas.add },
    ...strings.ideas.additions.map(({ name, words }) => ({
      label: name,
      isChecked: hasWords(value, words),
      onSelect: () => onInput(toggleWords(box.current?.value ?? value, words)),
    })),
    ...(value === ''
      ? [
          'separator' as const,
          { heading: strings.ideas.examples },
          ...strings.examples.map(({ name, prompt }) => ({ label: name, onSelect: () => take(prompt) })),
        ]
      : []),
    ...(earlier.length > 0
      ? [
          'separator' as const,
          { heading: strings.ideas.recent },
          ...earlier.slice(0, RECENT).map((prompt, i) => ({
            label: prompt,
            icon: 'clock' as const,
            ...(i === 0 && { shortcut: '↑' }),
            onSelect: () => take(prompt),
          })),
        ]
      : []),
  ]
  const count = over
    ? strings.prompt.tooLong(limit)
    : length > limit * NEARLY
      ? strings.prompt.count(length, limit)
      : ''
  return (
    <div class={isFocused.value ? 'prompt focused' : 'prompt'}>
      <div class="prompt-box">
        {/* A copy of the text sets the height; the textarea fills it. */}
        <div class="prompt-ghost" aria-hidden="true">
          {`${value || strings.prompt.placeholder} `}
        </div>
        <textarea
          id="prompt"
          ref={box}
          rows={2}
          value={value}
          placeholder={strings.prompt.placeholder}
          aria-label={strings.prompt.label}
          aria-describedby="prompt-count"
          aria-keyshortcuts={earlier.length > 0 ? 'ArrowUp' : undefined}
          aria-invalid={over}
          onKeyDown={onKeyDown}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onFocus={() => {
            isFocused.value = true
          }}
          onBlur={() => {
            isFocused.value = false
          }}
        />
      </div>
      <div class={count ? 'prompt-foot counting' : 'prompt-foot'}>
        <span class={over ? 'prompt-count over ellipsis' : 'prompt-count ellipsis'} id="prompt-count">
          {count}
        </span>
        <MenuButton class="chip" label={strings.ideas.label} items={ideas}>
          {strings.ideas.label} <Icon name="down" />
        </MenuButton>
      </div>
    </div>
  )
}
