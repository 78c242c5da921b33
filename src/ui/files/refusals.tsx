import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { MAX_FILES, type OwnFilesStore } from '../stores/own-files'

interface RefusalsProps {
  readonly files: Pick<OwnFilesStore, 'refusals' | 'dismiss'>
}

/** Lists the files that could not be added: name, reason, and what to do. */
export function Refusals({ files }: RefusalsProps) {
  const { files: refused, left } = files.refusals.value
  const rest = left > 0 ? strings.files.tooMany(MAX_FILES, left) : ''
  const title = refused.length > 0 ? strings.files.refused(refused.length) : ''
  const lines = refused.map(({ name, why }) => `${name}: ${strings.files.why(why)}`)
  useAnnounced('files', [title && `${title}.`, ...lines, rest].filter(Boolean).join(' '))
  if (!title && !rest) return null
  return (
    <section class="notice warning" aria-label={title || rest}>
      <Icon name="alert" />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {refused.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keyboard
          <ul class="refused" tabIndex={0}>
            {refused.map(({ name, why }, i) => (
              <li key={i} class="notice-text">
                <strong>{name}</strong> {strings.files.why(why)}
              </li>
            ))}
          </ul>
        )}
        {rest && <p class="notice-text">{rest}</p>}
      </div>
      <div class="notice-actions">
        <Button secondary onClick={files.dismiss}>
          {strings.dismiss}
        </Button>
      </div>
    </section>
  )
}
