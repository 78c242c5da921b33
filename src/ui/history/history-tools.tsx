import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import { IconButton } from '../parts/icon-button'
import type { HistoryStore } from '../stores/history'

/** The search field and the filter for starred images. */
export function HistoryTools({ history }: { readonly history: Pick<HistoryStore, 'query' | 'onlyStarred'> }) {
  const { query, onlyStarred } = history
  return (
    <search class="history-tools">
      <div class="field-box">
        <Icon name="search" />
        <input
          id="history-search"
          type="search"
          aria-label={strings.history.search}
          placeholder={strings.history.search}
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query.value === '') return
            event.stopPropagation()
            query.value = ''
          }}
        />
      </div>
      <IconButton
        icon={onlyStarred.value ? 'starred' : 'star'}
        label={strings.history.onlyStarred}
        aria-pressed={onlyStarred.value}
        onClick={() => {
          onlyStarred.value = !onlyStarred.value
        }}
      />
    </search>
  )
}
