import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long begins first, so that both cores are busy to the end: what is left for the end are files of less than a second. */
const ORDER = ['end-to-end', 'browser', 'sandbox', 'unit']

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => ORDER.indexOf(project.name)
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
