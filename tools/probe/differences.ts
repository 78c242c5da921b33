import type { RecordedAnswer, Recording, Situation } from 'segmind-stand-in'

/** Returns how the live service's responses differ from the stand-in's: by status, type, CORS headers, and fields of the body. */
export function differences(standIn: Recording, live: Recording): string[] {
  return (Object.keys(live.answers) as Situation[]).flatMap((situation) => {
    const ours = standIn.answers[situation]
    const theirs = live.answers[situation]
    if (!theirs) return []
    if (!ours) return [`${situation}: the stand-in has no such answer`]
    const [before, after] = [factsOf(ours), factsOf(theirs)]
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names
      .filter((name) => before[name] !== after[name])
      .map((name) => `${situation}: ${name}: stand-in ${before[name] ?? '–'}, live ${after[name] ?? '–'}`)
  })
}

function factsOf({ status, headers, body }: RecordedAnswer): Record<string, string> {
  const facts: Record<string, string> = { status: String(status) }
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('access-control-')) facts[name] = value
    if (name === 'content-type') facts[name] = value.split(';', 1)[0] ?? ''
  }
  return { ...facts, ...fieldsOf('body', parsed(body)) }
}

/** Returns the type of each field by its path. */
function fieldsOf(path: string, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [path]: value === null ? 'null' : typeof value }
  const entries = Array.isArray(value) ? [['[]', value[0]] as const] : Object.entries(value)
  return Object.assign({}, ...entries.map(([name, each]) => fieldsOf(`${path}.${name}`, each)))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
