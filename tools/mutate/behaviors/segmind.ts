import type { Behavior } from '../behavior'

const tests = ['unit/segmind']

/** How responses are interpreted, where the key is sent, and what the relay forwards. */
export const SEGMIND: readonly Behavior[] = [
  {
    behavior: 'The key is never sent to a media host.',
    file: 'src/segmind/client.ts',
    find: "{ method: 'GET', url, signal, timeout: LIMITS.media }",
    replace: "{ method: 'GET', url, headers, signal, timeout: LIMITS.media }",
    tests,
  },
  {
    behavior: 'A redirect is not followed, because that would send the key to another host.',
    file: 'src/segmind/http.ts',
    find: "redirect: 'error',\n        ...plain,",
    replace: "redirect: 'follow',\n        ...plain,",
    tests,
  },
  {
    behavior: 'A picture is fetched only from the allowed hosts, not from hosts whose names end with theirs.',
    file: 'src/segmind/media-address.ts',
    find: 'each === lowerName',
    replace: 'lowerName.endsWith(each)',
    tests,
  },
  {
    behavior: 'A web page that the media host sends instead of the picture is rejected.',
    file: 'src/segmind/client.ts',
    find: 'return isSvg(answer.body) ?',
    replace: "return answer.body !== '' ?",
    tests,
  },
  {
    behavior: 'A failed job is reported as not charged.',
    file: 'src/segmind/answer.ts',
    find: "failure('failed', 'no', true",
    replace: "failure('failed', 'yes', true",
    tests,
  },
  {
    behavior: 'A request that timed out at a gateway is reported as possibly charged.',
    file: 'src/segmind/answer.ts',
    find: 'const lost = status !== 500 && status !== 503',
    replace: 'const lost = status === 500 || status === 503',
    tests,
  },
  {
    behavior: 'A refusal for lack of credits is distinguished from a refused prompt.',
    file: 'src/segmind/answer.ts',
    find: 'message === null || /credit|balance|payment|insufficient fund/i.test(message)',
    replace: 'message === null',
    tests,
  },
  {
    behavior: 'A picture is found in a response that contains it as base64.',
    file: 'src/segmind/output.ts',
    find: 'svgOrNull(decodeBase64(trimmed)) : null',
    replace: 'svgOrNull(trimmed) : null',
    tests,
  },
  {
    behavior: 'The relay forwards only the paths that the plugin uses.',
    file: 'relay/routes.ts',
    find: 'QUEUES.includes(path)',
    replace: "path.startsWith('/v2')",
    tests: ['unit/relay'],
  },
  {
    behavior: 'The relay never forwards the key to a media host.',
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
    behavior: 'The relay serves only those who know its secret.',
    file: 'relay/secret.ts',
    find: '&& difference === 0',
    replace: '',
    tests: ['unit/relay'],
  },
  {
    behavior: 'The relay limits how often it is used.',
    file: 'relay/rate-limit.ts',
    find: 'all >= IN_ALL || ofKey >= PER_KEY',
    replace: 'ofKey > IN_ALL',
    tests: ['unit/relay'],
  },
  {
    behavior: 'The probe orders no second picture after an order without an answer.',
    file: 'tools/probe/probe.ts',
    find: 'if (!refused) return false',
    replace: "if (!refused) return (await submit('submit', PICTURE)) !== null",
    tests: ['unit/tools/probe'],
  },
  {
    behavior: 'The error for a failed write does not quote the key.',
    file: 'src/code/storage.ts',
    find: ' was not stored`)',
    replace: ' was not stored: ` + value)',
    tests: ['sandbox/code'],
  },
]
