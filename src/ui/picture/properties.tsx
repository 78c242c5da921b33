import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Job } from '../../jobs/job'
import type { Editor } from '../../protocol/contract'
import { MODELS } from '../../segmind/models'
import { strings } from '../../strings'
import type { Report } from '../../vector/prepare'
import { BACKGROUND_MODES } from '../layer-options'
import { Collapsible } from '../parts/collapsible'
import { Property } from '../parts/property'
import { Select } from '../parts/select'
import { CutHolesCheck } from './cut-holes-check'
import { Details } from './details'
import { Facts } from './facts'
import { insertAsIn, LayerChoices, type SettingsForLayers } from './layer-choices'
import { LayerList } from './layer-list'

interface PropertiesProps {
  readonly job: Job
  /** Null while there is no image. */
  readonly report: Report | null
  /** How many of the image's colors will be bound to variables or styles. */
  readonly bound: number
  readonly settings: SettingsForLayers
  readonly editor: Editor
  /** Shown beside the facts. */
  readonly tools: ComponentChildren
  readonly colors: ComponentChildren
  /** The list of objects; null if there are none. */
  readonly objects: ComponentChildren
  /** Whether the details are shown, and whether they are expanded. They are hidden until the menu opens them. */
  readonly hasDetails: Signal<boolean>
  readonly detailsOpen: Signal<boolean>
  readonly onCopyId: (requestId: string) => void
  /** Shown at the end. */
  readonly children: ComponentChildren
}

/** Shows the properties of an image and the choices for it. */
export function Properties(props: PropertiesProps) {
  const {
    job,
    report,
    bound,
    settings,
    editor,
    tools,
    colors,
    objects,
    hasDetails,
    detailsOpen,
    onCopyId,
    children,
  } = props
  const { request, isOwn } = job
  const layersOpen = useSignal(false)
  const promptOpen = useSignal(false)
  const words = strings.details
  const leftOut = report && strings.result.leftOut(report)
  return (
    <>
      {report && (
        <div class="property-rows">
          <div class="picture-facts">
            <FactsLine report={report} />
            {tools}
          </div>
          <p class="quiet">{strings.picture.counts(report, bound)}</p>
          {leftOut && <p class="quiet">{leftOut}</p>}
          {colors}
          <Property label={strings.layerOptions.background}>
            <Select
              id="background"
              label={strings.layerOptions.background}
              options={BACKGROUND_MODES.map((value) => ({
                value,
                name: strings.layerOptions.backgroundModes[value],
              }))}
              value={settings.layerOptions.value.background}
              onChoose={(background) => settings.chooseLayerOptions({ background })}
            />
          </Property>
          <CutHolesCheck settings={settings} />
        </div>
      )}
      {objects}
      {report && (
        <Collapsible
          id="picture-layers"
          label={strings.layerOptions.layers}
          hint={strings.picture.layersHint({
            layers: settings.layerOptions.value.layers,
            noObjects: report.noObjects,
            as: insertAsIn(editor, settings),
          })}
          isOpen={layersOpen}
        >
          <LayerChoices settings={settings} editor={editor} />
          {/* The list of objects has the same names. */}
          {!objects && <LayerList layers={report.layers} />}
        </Collapsible>
      )}
      <Collapsible
        id="picture-prompt"
        label={isOwn ? strings.files.file : words.prompt}
        hint={promptOpen.value ? '' : request.prompt}
        isOpen={promptOpen}
      >
        <p class="selectable">{request.prompt}</p>
        <Facts
          of={[
            [words.model, MODELS.length > 1 ? strings.modelName(request) : null],
            [words.style, strings.styleName(request.style) || null],
            [words.size, strings.sizeName(request.size) || null],
          ]}
        />
      </Collapsible>
      {hasDetails.value && (
        <Collapsible
          id="picture-details"
          label={words.heading}
          hint={detailsOpen.value ? '' : strings.createdAt(job.startedAt)}
          isOpen={detailsOpen}
        >
          <Details job={job} report={report} bound={bound} onCopyId={onCopyId} />
        </Collapsible>
      )}
      {children}
    </>
  )
}

/** Shows the number of layers and shapes. */
function FactsLine({ report }: { readonly report: Report }) {
  const { layers, shapes } = strings.picture.facts(report)
  return (
    <span class="ellipsis">
      <strong>{layers}</strong> <span class="quiet picture-shapes">{shapes}</span>
    </span>
  )
}
