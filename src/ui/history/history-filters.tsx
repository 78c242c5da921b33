import { strings } from '../../strings'
import { Check } from '../parts/check'
import type { HistoryStore } from '../stores/history'

/** What is looked for: words of the prompt, a style, a star. */
export function HistoryFilters({ history }: { readonly history: HistoryStore }) {
  const { query, style, styles, onlyStarred } = history
  return (
    <search class="filters">
      <input
        id="history-search"
        class="textbox"
        type="search"
        aria-label={strings.history.search}
        placeholder={strings.history.search}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value
        }}
      />
      <select
        aria-label={strings.history.style}
        value={style.value ?? ''}
        onChange={({ currentTarget }) => {
          style.value = styles.value[currentTarget.selectedIndex - 1] ?? null
        }}
      >
        <option value="">{strings.history.everyStyle}</option>
        {styles.value.map((each) => (
          <option key={each} value={each}>
            {strings.styleName(each)}
          </option>
        ))}
      </select>
      <Check label={strings.history.onlyStarred} checked={onlyStarred} />
    </search>
  )
}
