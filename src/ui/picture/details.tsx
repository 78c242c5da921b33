import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Report } from '../../vector/prepare'
import { Button } from '../parts/button'
import { Facts } from './facts'

interface DetailsProps {
  readonly job: Job
  /** Null while there is no image. */
  readonly report: Report | null
  readonly bound: number
  readonly onCopyId: (requestId: string) => void
}

/** Shows how the image was made: when, for how much, and what could not be kept. */
export function Details({ job, report, bound, onCopyId }: DetailsProps) {
  const { requestId, cost, startedAt, finishedAt, isSample, isOwn } = job
  const words = strings.details
  const price = isSample
    ? words.noCost
    : isOwn
      ? strings.files.noCost
      : cost === null
        ? words.unknownCost
        : strings.dollars(cost)
  return (
    <>
      <Facts
        of={[
          [isOwn ? strings.files.at : words.at, strings.createdAt(startedAt)],
          [
            words.took,
            finishedAt === null || isOwn ? null : strings.elapsed((finishedAt - startedAt) / 1000),
          ],
          [words.cost, price],
          [words.fileSize, report && strings.fileSize(report.bytesOut)],
          [words.contents, report && contentsOf(report, bound)],
          [words.holesLeft, report && report.holes.left > 0 ? strings.picture.holesLeft(report.holes) : null],
          [words.leftOut, report && (strings.result.leftOut(report) || null)],
          [words.requestId, requestId],
        ]}
      />
      {requestId !== null && (
        <div class="row">
          <Button secondary onClick={() => onCopyId(requestId)}>
            {words.copyId}
          </Button>
        </div>
      )}
    </>
  )
}

function contentsOf(report: Report, bound: number): string {
  const { layers, shapes } = strings.picture.facts(report)
  return `${layers} ${shapes} · ${strings.picture.counts(report, bound)}`
}
