import { afterEach, expect } from 'vitest'
import { type CodeStage, openCode } from './code-stage'

/**
 * Opens the built plugin like `openCode`. Every stage is closed after its test, and unexpected faults fail the test. Call it at the top of
 * a file.
 */
export function codeSuite() {
  const stages: CodeStage[] = []
  afterEach(() => {
    const all = stages.splice(0)
    for (const { close } of all) close()
    for (const { faults } of all) expect(faults).toEqual([])
  })
  return async (...options: Parameters<typeof openCode>): Promise<CodeStage> => {
    const stage = await openCode(...options)
    stages.push(stage)
    return stage
  }
}
