import { readSvg, type SvgPicture } from '../svg/read-svg'

/** Every construct that `src/vector/write` uses, in the form in which it writes it. No two shapes have the same box. */
export const TEST_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120"><defs>' +
  '<linearGradient id="c0" gradientUnits="userSpaceOnUse" x1="20" y1="10" x2="60" y2="40"><stop offset="0" stop-color="#ff8800"/><stop offset="1" stop-color="#0044cc"/></linearGradient>' +
  '<radialGradient id="c1" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="matrix(20 5 -3 14 100 25)"><stop offset="0.1" stop-color="#ffffff"/><stop offset="0.9" stop-color="#22aa66"/></radialGradient>' +
  '<linearGradient id="c2" gradientUnits="userSpaceOnUse" x1="140" y1="0" x2="190" y2="0"><stop offset="0" stop-color="#112233"/><stop offset="1" stop-color="#112233" stop-opacity="0.25"/></linearGradient></defs>' +
  '<path id="Background" d="M0 0H240V120H0Z" fill="#f4e8d0"/>' +
  '<path id="Linear" d="M10 10H70V40H10Z" fill="url(#c0)"/>' +
  '<path id="Radial" d="M80 8H121V42H80Z" fill="url(#c1)"/>' +
  '<path id="Fading" d="M140 9H190V41H140Z" fill="url(#c2)"/>' +
  '<g id="Group" opacity="0.5"><path id="Glass" d="M12 50h30v25l-30 5Z" fill="#cc2244" fill-opacity="0.4"/><path id="Ring" d="M52 50H92V90H52ZM62 60H82V80H62Z" fill="#3366cc" fill-rule="evenodd"/></g>' +
  '<path id="Curve" d="M110 60c10-20 30-20 40 0s-8 30-20 33S100 80 110 60Z" fill="#226644"/>' +
  '<path id="Line" d="M165 60L205 95" fill="none" stroke="#553388" stroke-width="4" stroke-opacity="0.8" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="6 3"/>' +
  '</svg>'

export const TEST_PICTURE = readSvg(TEST_SVG) as SvgPicture
