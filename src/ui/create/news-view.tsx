import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { IconButton } from '../parts/icon-button'
import type { NewsStore } from '../stores/news'

/** Announces an update once, and shows the changes on request. */
export const NewsView = ({ news }: { readonly news: NewsStore }) =>
  news.isShown.value ? <OpenNews news={news} /> : null

function OpenNews({ news: { version, sections, isShown } }: { readonly news: NewsStore }) {
  const isOpen = useSignal(false)
  const title = strings.news.title(version)
  useAnnounced('news', title)
  const dismiss = () => {
    isShown.value = false
    document.getElementById('prompt')?.focus()
  }
  return (
    <section class="news" aria-label={strings.news.open}>
      <div class="hint">
        <p>{title}</p>
        {!isOpen.value && (
          <Button
            secondary
            onClick={() => {
              isOpen.value = true
            }}
          >
            {strings.news.open}
          </Button>
        )}
        <IconButton icon="close" label={strings.dismiss} onClick={dismiss} />
      </div>
      {isOpen.value &&
        sections.map(({ heading, entries }) => (
          <div key={heading} class="news-section">
            {heading && <h2>{heading}</h2>}
            <ul>
              {entries.map((entry) => (
                <li key={entry}>{entry}</li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}
