/**
 * The meanings of a 406 with their messages. Segmind documents only the first; others are reported by third parties, so a
 * client must go by the message. The wording of the last two is a guess.
 */
export const NOT_ACCEPTABLE = {
  'insufficient-credits': 'Insufficient credits',
  'content-type': 'Invalid content type',
  'parameter-value': 'Invalid value for parameter style',
  'team-limit': 'Team spending limit reached',
} as const
