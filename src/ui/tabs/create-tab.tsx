import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { PictureColors } from '../colors/picture-colors'
import { PromptColors } from '../colors/prompt-colors'
import { RecolorView } from '../colors/recolor-view'
import { CreateView } from '../create/create-view'
import { GenerateButton } from '../create/generate-button'
import { InsertRow } from '../create/insert-row'
import { JobList } from '../create/job-list'
import { LayerList } from '../create/layer-list'
import { NotOffered } from '../create/not-offered'
import { RequestChoices } from '../create/request-choices'
import { FileActions, RequestActions } from '../create/result-actions'
import { ResultPicture } from '../create/result-picture'
import { ResultView } from '../create/result-view'
import { SamplesBanner } from '../create/samples-banner'
import { SelectedLayers } from '../create/selected-layers'
import type { Panel } from '../panel'
import { InsertAsPicker } from '../parts/insert-as-picker'
import { JournalNotice } from '../parts/journal-notice'
import { LayerOptionChoices } from '../parts/layer-option-choices'
import { PictureNotices } from '../parts/picture-notices'
import { StarButton } from '../parts/star-button'

/** The form and the picture that came of it; or the colors of what is selected on the canvas. */
export function CreateTab({ panel }: { readonly panel: Panel }) {
  const { settings, generation, jobs, pictures, canvas, colors, sampling, isRecoloring } = panel
  const { selection } = canvas
  const recolor = (on: boolean) => {
    isRecoloring.value = on
  }
  if (isRecoloring.value)
    return (
      <RecolorView
        colors={colors}
        selection={selection}
        sandbox={panel.sandbox}
        onBack={() => recolor(false)}
      />
    )
  const addKey = () => {
    sampling.value = false
    panel.show('create')
  }
  const shown = pictures.shown.value
  const footer = (
    <div class="footer">
      <div class="jobs">
        <JournalNotice jobs={jobs} />
        <JobList
          jobs={jobs}
          generation={generation}
          clock={panel.clock}
          announce={panel.announce}
          onOpenSettings={() => panel.show('settings')}
        />
        {shown && <PictureNotices job={shown} pictures={pictures} canvas={canvas} onSave={jobs.save} />}
      </div>
      <NotOffered generation={generation} />
      <GenerateButton
        generation={generation}
        settings={settings}
        balance={panel.account.balance}
        sampling={sampling}
        // One blue button a screen: while a picture waits to be inserted, that is Insert.
        isSecondary={pictures.isWaiting}
      />
    </div>
  )
  return (
    <CreateView
      generation={generation}
      jobs={jobs}
      settings={settings}
      banner={sampling.value && <SamplesBanner onAddKey={addKey} />}
      footer={footer}
    >
      <SelectedLayers selection={selection} onRecolor={() => recolor(true)} onReuse={generation.reuse} />
      <RequestChoices settings={settings} selection={selection} />
      <PromptColors generation={generation} colors={colors} />
      {shown && <Result job={shown} panel={panel} />}
    </CreateView>
  )
}

/** The finished picture, how it becomes layers, and the way onto the canvas. */
function Result({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { settings, jobs, pictures, canvas, colors, announce } = panel
  return (
    <ResultView
      job={job}
      pictures={pictures}
      picture={(preparation) => (
        <ResultPicture
          key={job.id}
          job={job}
          preparation={preparation}
          jobs={jobs}
          canvas={canvas}
          pointedColor={colors.pointed}
          announce={announce}
        />
      )}
    >
      {({ prepared: { svg, report } }) => (
        <>
          <InsertRow job={job} report={report} canvas={canvas} />
          <div class="row">
            <RequestActions
              request={job.request}
              generation={panel.generation}
              sampling={panel.sampling}
              announce={announce}
            />
            <FileActions prompt={job.request.prompt} svg={svg} notify={panel.notify}>
              <StarButton job={job} history={panel.history} />
            </FileActions>
          </div>
          <LayerOptionChoices value={settings.layerOptions.value} onChoose={settings.chooseLayerOptions}>
            <InsertAsPicker settings={settings} selection={canvas.selection} />
          </LayerOptionChoices>
          <PictureColors job={job} report={report} colors={colors} palettes={panel.palettes} />
          <LayerList layers={report.layers} />
          {Object.keys(report.leftOut).length > 0 && (
            <p class="secondary">{strings.result.leftOut(report.leftOut)}</p>
          )}
        </>
      )}
    </ResultView>
  )
}
