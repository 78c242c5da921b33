import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { DEFAULT_MODEL } from '../../segmind/request'
import { strings } from '../../strings'
import type { SamplesStore } from '../stores/samples'
import { SampleGallery } from './sample-gallery'
import { SampleImage } from './sample-image'

interface FirstRunProps {
  readonly samples: SamplesStore
  /** Starts a sample with this prompt. */
  readonly onTrySample: (prompt: string) => void
  /** The area for adding SVG files. */
  readonly files: ComponentChildren
  /** The images of the user's own files; null if there are none. */
  readonly results: ComponentChildren
  /** The key form. */
  readonly children: ComponentChildren
}

/**
 * The screen before the first key: what Inkwright makes, what it costs, the key form, and samples to try without a key. It is also part of
 * the opening shell, where the samples are not loaded yet and placeholders are shown.
 */
export function FirstRun({ samples, onTrySample, files, results, children }: FirstRunProps) {
  useEffect(() => void samples.load(), [samples])
  const pictures = samples.pictures.value
  const [hero] = pictures ?? []
  return (
    <div class="scroll first-run">
      <div class="first-run-top">
        {!results && (
          <div class="hero">
            {hero && <SampleImage picture={hero} width={328} height={184} alt={hero.prompt} />}
          </div>
        )}
        <div class="first-run-words">
          <h2 class="title">{strings.firstRun.heading}</h2>
          <p class="quiet">{strings.firstRun.what(DEFAULT_MODEL.price)}</p>
        </div>
        {children}
      </div>
      {results}
      {results && files}
      {pictures?.length !== 0 && (
        <section class="first-run-samples" aria-labelledby="samples-heading">
          <div class="samples-head between">
            <h2 class="strong" id="samples-heading">
              {strings.samples.heading}
            </h2>
            <span class="quiet">{strings.samples.headingHelp}</span>
          </div>
          <SampleGallery pictures={pictures} onTry={onTrySample} />
        </section>
      )}
      {!results && files}
    </div>
  )
}
