import { CLEAN_UP } from '../../screenshots/states/clean-up'
import { HISTORY } from '../../screenshots/states/history'
import { OWN } from '../../screenshots/states/own'
import { RESULT } from '../../screenshots/states/result'
import { describeAccessibility } from '../../support/accessibility'

describeAccessibility('using images', [...RESULT, ...HISTORY, ...OWN, ...CLEAN_UP])
