import { FACTS, FAILED, type Fact, type Finding } from '../../protocol/check'

export const good = (id: Fact, found: string | number = ''): Finding => ({
  id,
  verdict: 'good',
  found: cut(found),
})

export const differs = (id: Fact, found: string | number): Finding => ({
  id,
  verdict: 'differs',
  found: cut(found),
})

export const absent = (id: Fact): Finding => ({ id, verdict: 'absent', found: '' })

export const unclear = (id: Fact): Finding => ({ id, verdict: 'unclear', found: '' })

/** Errors are not quoted, because their messages could contain parts of the document. */
const failed = (id: Fact): Finding => differs(id, FAILED)

const cut = (found: string | number) => String(found).slice(0, 80)

/** Runs a check. An error is a finding, too. */
export async function attempt(id: Fact, probe: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await probe()
  } catch {
    return failed(id)
  }
}

/** The same for a synchronous check. */
export function attemptNow(id: Fact, probe: () => Finding): Finding {
  try {
    return probe()
  } catch {
    return failed(id)
  }
}

/** Returns a finding for each fact of the import: `good` unless it is among the differences. */
export const importFindings = (differences: ReadonlyMap<Fact, string>, isComplete: boolean): Finding[] =>
  FACTS.import.map((id) => {
    const found = differences.get(id)
    if (found !== undefined) return differs(id, found)
    return isComplete ? good(id) : unclear(id)
  })
