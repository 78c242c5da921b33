import { RECORDED_ID, type RecordedAnswer } from 'segmind-stand-in'
import { MEDIA_HOSTS } from '../../src/segmind/hosts'

/** Response headers that may be relevant for the API. All others, such as cookies and traces, are dropped. */
const KEPT = /^(?:access-control-|x-)|^(?:content-type|cache-control|vary|server|allow|retry-after)$/

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** A request id without a job. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** Removes the key and everything that identifies a job or a file: ids become RECORDED_ID, media files `recorded.svg`. */
export function shorten({ status, headers, body }: RecordedAnswer, key: string): RecordedAnswer {
  const clean = (text: string) =>
    text.replaceAll(key, 'KEY').replace(UUID, (id) => (id === UNKNOWN_ID ? id : RECORDED_ID))
  const kept = Object.entries(headers).filter(([name]) => KEPT.test(name))
  return {
    status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, clean(value)])),
    body: clean(
      /^\s*</.test(body) ? body : body.replace(/https?:\/\/([\w.-]+)(\/[^\s"'\\]*)/g, shortAddress),
    ),
  }
}

const shortAddress = (address: string, host: string): string => {
  if (host === 'api.segmind.com') return address
  return MEDIA_HOSTS.some((media) => media === host)
    ? `https://${host}/recorded.svg`
    : `https://${host}/shortened`
}
