import type { Behavior } from '../behavior'

const tests = ['unit/segmind']

/** What the service's answers mean, where the key goes, and what the relay lets through. */
export const SEGMIND: readonly Behavior[] = [
  {
    behavior: 'The key is never sent to a media host.',
    file: 'src/segmind/client.ts',
    find: "{ method: 'GET', url, signal, timeout: LIMITS.media }",
    replace: "{ method: 'GET', url, headers, signal, timeout: LIMITS.media }",
    tests,
  },
  {
    behavior: 'A redirect is not followed: it would take the key along.',
    file: 'src/segmind/http.ts',
    find: "redirect: 'error',\n        ...plain,",
    replace: "redirect: 'follow',\n        ...plain,",
    tests,
  },
  {
    behavior: 'A picture is fetched from the allowed hosts alone, not from hosts that end alike.',
    file: 'src/segmind/media-address.ts',
    find: 'each === lowerName',
    replace: 'lowerName.endsWith(each)',
    tests,
  },
  {
    behavior: 'A page that the media host sends instead of the picture is not taken for it.',
    file: 'src/segmind/client.ts',
    find: 'return isSvg(answer.body) ?',
    replace: "return answer.body !== '' ?",
    tests,
  },
  {
    behavior: 'A job that failed is told as not charged.',
    file: 'src/segmind/answer.ts',
    find: "failure('failed', 'no', true",
    replace: "failure('failed', 'yes', true",
    tests,
  },
  {
    behavior: 'A request behind a gateway that gave up is told as perhaps charged.',
    file: 'src/segmind/answer.ts',
    find: 'const lost = status !== 500 && status !== 503',
    replace: 'const lost = status === 500 || status === 503',
    tests,
  },
  {
    behavior: 'A refusal for used-up credits is told apart from a refused prompt.',
    file: 'src/segmind/answer.ts',
    find: 'message === null || /credit|balance|payment|insufficient fund/i.test(message)',
    replace: 'message === null',
    tests,
  },
  {
    behavior: 'A picture is found in an answer that holds it as base64.',
    file: 'src/segmind/output.ts',
    find: 'svgOrNull(decodeBase64(trimmed)) : null',
    replace: 'svgOrNull(trimmed) : null',
    tests,
  },
  {
    behavior: 'The relay forwards the few paths of the plugin and no others.',
    file: 'relay/routes.ts',
    find: 'SUBMITS.includes(path)',
    replace: "path.startsWith('/v2')",
    tests: ['unit/relay'],
  },
  {
    behavior: 'The relay never passes the key on to a media host.',
    file: 'relay/handler.ts',
    find: "media: ['accept']",
    replace: "media: ['accept', 'x-api-key']",
    tests: ['unit/relay'],
  },
  {
    behavior: 'The relay follows no redirect.',
    file: 'relay/handler.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    tests: ['unit/relay'],
  },
  {
    behavior: 'A refused write does not quote the key.',
    file: 'src/code/storage.ts',
    find: ' was not stored`)',
    replace: ' was not stored: ` + value)',
    tests: ['sandbox/code'],
  },
]
