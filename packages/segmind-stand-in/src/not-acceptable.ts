/**
 * The meanings of a 406 and their messages. Segmind only documents the first; others are reported by third parties, so a client must look
 * at the message. The texts of the last two are guesses.
 */
export const NOT_ACCEPTABLE = {
  'insufficient-credits': 'Insufficient credits',
  'content-type': 'Invalid content type',
  'parameter-value': 'Invalid value for parameter style',
  'team-limit': 'Team spending limit reached',
} as const
