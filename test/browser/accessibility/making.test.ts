import { CREATE } from '../../screenshots/states/create'
import { JOBS } from '../../screenshots/states/jobs'
import { OPENING } from '../../screenshots/states/opening'
import { describeAccessibility } from '../../support/accessibility'

describeAccessibility('making images', [...OPENING, ...CREATE, ...JOBS])
