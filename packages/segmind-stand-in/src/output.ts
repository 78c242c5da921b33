import type { Job } from './jobs'
import { jsonReply, type Reply } from './reply'

/**
 * The format of the picture in a result. The model's page only promises "Text/JSON", so all observed or plausible formats are here:
 * - `url`: the media file's address
 * - `text`: the SVG
 * - `json-text`: JSON that contains the address, as a string
 * - `list`: an array with the address
 * - `images`: `images: [{url, content_type, file_name, file_size}]`, and `output` is null
 * - `base64`, `data-uri`, `data-uri-base64`: the SVG, encoded
 * - `raw`: the SVG as the whole body, with type image/svg+xml
 * - `passed-on-url`: an address on the host of the service behind Segmind
 * - `foreign-url`: an address on any other host
 */
export type OutputForm =
  | 'url'
  | 'text'
  | 'json-text'
  | 'list'
  | 'images'
  | 'base64'
  | 'data-uri'
  | 'data-uri-base64'
  | 'raw'
  | 'passed-on-url'
  | 'foreign-url'

/** Where the result is: in a field of a JSON object, or the whole body, as JSON or plain text. */
export type OutputPlace = 'output' | 'image' | 'url' | 'svg' | 'data' | 'json-body' | 'text-body'

/** The current choice. Without a form, v2 uses `url` and v1 uses `raw`. */
export interface OutputChoice {
  readonly form: OutputForm | undefined
  readonly place: OutputPlace
}

const SVG_TYPE = 'image/svg+xml'

/** Returns the address of a completed job's media file. */
export function mediaUrlOf(job: Job): string {
  return `https://images.segmind.com/${job.mediaId}.svg`
}

/** Returns a 200 with the media file itself. `svg`: its bytes. */
export function svgReply(svg: Buffer, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': SVG_TYPE, ...headers }, body: svg }
}

/** All forms but the two that determine more of the body than one value. */
type ValueForm = Exclude<OutputForm, 'raw' | 'images'>

const VALUES: { readonly [F in ValueForm]: (job: Job, svg: Buffer) => string | readonly string[] } = {
  url: mediaUrlOf,
  text: (_, svg) => svg.toString('utf8'),
  'json-text': (job) => JSON.stringify({ url: mediaUrlOf(job) }),
  list: (job) => [mediaUrlOf(job)],
  base64: (_, svg) => svg.toString('base64'),
  'data-uri': (_, svg) => `data:${SVG_TYPE};charset=utf-8,${encodeURIComponent(svg.toString('utf8'))}`,
  'data-uri-base64': (_, svg) => `data:${SVG_TYPE};base64,${svg.toString('base64')}`,
  'passed-on-url': (job) => `https://replicate.delivery/${job.mediaId}.svg`,
  'foreign-url': (job) => `https://files.example.com/${job.mediaId}.svg`,
}

/**
 * Returns a response with the picture of a completed job in the given form. `beside`: other fields, if the body is a JSON object;
 * `headers`: additional headers.
 */
export function outputReply(
  { form, place }: { readonly form: OutputForm; readonly place: OutputPlace },
  { job, svg }: { readonly job: Job; readonly svg: Buffer },
  beside: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = {},
): Reply {
  if (form === 'raw') return svgReply(svg, headers)
  if (form === 'images') {
    return jsonReply(200, { ...beside, output: null, images: [imageOf(job, svg)] }, headers)
  }
  const value = VALUES[form](job, svg)
  if (place === 'text-body' && typeof value === 'string') {
    return { status: 200, headers: { 'content-type': 'text/plain', ...headers }, body: value }
  }
  if (place === 'json-body' || place === 'text-body') return jsonReply(200, value, headers)
  return jsonReply(200, { ...beside, [place]: value }, headers)
}

/** Returns the times of a job in seconds, with the service's field names. */
export function timesOf(job: Job): { inference_time: number; queue_time: number; total_time: number } {
  return {
    inference_time: (job.durationMs - job.queueMs) / 1000,
    queue_time: job.queueMs / 1000,
    total_time: job.durationMs / 1000,
  }
}

/** Returns what a job costs in US dollars. A failed job is free (third party). */
export function costOf(job: Job): number {
  return job.failure === null ? job.model.price : 0
}

function imageOf(job: Job, svg: Buffer): Record<string, unknown> {
  return {
    url: mediaUrlOf(job),
    content_type: SVG_TYPE,
    file_name: `${job.mediaId}.svg`,
    file_size: svg.length,
  }
}
