import * as check from './en/check'
import * as cleanUp from './en/clean-up'
import * as colors from './en/colors'
import * as create from './en/create'
import * as errors from './en/errors'
import { files } from './en/files'
import { elapsed } from './en/format'
import * as history from './en/history'
import * as jobErrors from './en/job-errors'
import * as jobs from './en/jobs'
import * as names from './en/names'
import * as news from './en/news'
import * as objects from './en/objects'
import * as report from './en/report'
import * as result from './en/result'
import * as samples from './en/samples'
import * as settings from './en/settings'
import * as tiles from './en/tiles'

/** All texts of the panel in American English. Their type is the type of every language. */
export const en = {
  ...check,
  ...create,
  ...jobs,
  ...errors,
  ...jobErrors,
  ...result,
  ...cleanUp,
  ...objects,
  ...colors,
  ...history,
  ...settings,
  ...samples,
  ...report,
  ...names,
  ...news,
  ...tiles,
  files,
  elapsed,
}
