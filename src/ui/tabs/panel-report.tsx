import type { Panel } from '../panel'
import type { ReportSubject } from '../parts/reporting'
import { ReportView } from '../settings/report-view'

interface PanelReportProps {
  readonly panel: Panel
  readonly subject: ReportSubject | null
}

/** The problem report, opened from the settings or from an error. */
export const PanelReport = ({ panel, subject }: PanelReportProps) => (
  <ReportView
    subject={subject}
    report={panel.problemReport}
    onOpen={panel.loadFacts}
    repository={panel.repository}
    announce={panel.announce}
  />
)
