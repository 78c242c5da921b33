import type { Panel } from '../panel'
import { Preview } from '../parts/preview'
import * as words from '../words'

/** The pictures of this visit, newest first. */
export function HistoryView({ panel }: { readonly panel: Panel }) {
  const { pictures } = panel
  const all = pictures.all.value
  return (
    <div class="body">
      <h2>{words.history.heading}</h2>
      <p class="secondary">{all.length === 0 ? words.history.empty : words.history.keep}</p>
      <ul class="grid">
        {all.map(({ id, request, prepared }) => (
          <li key={id}>
            <button
              type="button"
              class="grid-item"
              aria-label={words.history.open(request.prompt)}
              onClick={() => {
                pictures.show(id)
                panel.show('create')
              }}
            >
              <Preview svg={prepared.svg} width={prepared.width} height={prepared.height} alt="" />
              <span class="grid-caption">{request.prompt}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
