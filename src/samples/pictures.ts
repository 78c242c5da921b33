import type { SamplePicture } from '../protocol/contract'

const disc = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0z`

const LEAF = 'c-9-3-13-13-10-24 11 4 15 13 10 24z'
const LEAF_SHADE = 'c-1-9-4-17-10-24 11 4 15 13 10 24z'
const BROAD = 'c2-10 10-16 21-15-2 11-11 17-21 15z'
const BROAD_SHADE = 'c6-8 13-13 21-15-2 11-11 17-21 15z'
const LOW = 'c-10 2-18-2-22-11 11-3 19 2 22 11z'
const LOW_SHADE = 'c-6-6-13-10-22-11 11-3 19 2 22 11z'

/**
 * The bundled pictures, drawn on a canvas of 100 by 100 in the style of a model: flat, with nearly equal colors. They are part
 * of the sandbox's code, because few users load them and the panel opens faster without them.
 */
export const PICTURES: SamplePicture[] = [
  {
    prompt: 'A lighthouse on a cliff at dusk, flat colors',
    background: '#f9d8b2',
    scenery: [
      ...['#f7c79b', 'M0 34c30-7 70 5 100-3v69H0z', '#f4b489', 'M0 48c34-6 66 4 100-3v55H0z'],
      ...['#b97a78', 'M0 62l16-9 13 6 17-8 20 10 34-6v20H0z', '#2f6479', 'M0 63h100v37H0z'],
      ...['#fbe0bd', 'M20 67h15v1H20zM23 71h10v1H23zM18 76h8v1h-8z'],
      ...[
        '#316680',
        'M0 74c18-4 30 4 50 0s30-2 50 1v25H0z',
        '#2a566d',
        'M0 86c22-5 40 3 60-1s28-2 40 0v15H0z',
      ],
      ...[
        '#43324a',
        'M100 60H76l-7 3-9 2-4 9-9 5-3 9-8 12h64z',
        '#5a4259',
        'M100 60H76l-7 3 9 4-4 8 8 5-3 9 6 11h15z',
      ],
      ...['#47354d', 'M84 72l5 7-3 8 5 13h9V66z'],
      ...['#6f8f6b', 'M69 63l7-3h24v3H80z'],
    ],
    anchor: { x: 80, y: 62 },
    things: [
      ...['#fdf0d5', disc(27, 38, 11), '#fef3dc', disc(27, 38, 8)],
      ...['#fbe6cb', 'M52 20h22c3 0 3-4 0-4h-6c-1-5-9-5-10 0h-6c-3 0-3 4 0 4z'],
      ...['#fbe4c8', 'M6 17h16c2 0 2-3 0-3h-4c-1-4-7-4-8 0H6c-2 0-2 3 0 3z'],
      ...['#fbf3e6', 'M73 62l3-32h10l3 32z', '#efe3d2', 'M82 62l-1-32h5l3 32z'],
      ...[
        '#d4493f',
        'M75.3 38l.7-7h10l.7 7zM74 52l.7-7h12.6l.7 7z',
        '#c23f38',
        'M81.3 38l-.3-7h5l.7 7zM81.7 52l-.2-7h5.8l.7 7z',
      ],
      ...['#d64b41', 'M73 62l.3-3h15.4l.3 3z', '#3b2d42', 'M74 30v-2h14v2zM77 20h8l-4-5z'],
      ...[
        '#ffdf7e',
        'M78 20h6v8h-6z',
        '#ffe48f',
        'M78 22L56 17v11l22-2z',
        '#3d2f44',
        'M79.5 62v-5c0-2 3-2 3 0v5z',
      ],
      ...[
        '#fdf6ea',
        'M44 36c2-2 4-1 5 1 1-2 3-3 5-1-3 0-4 1-5 3-1-2-2-3-5-3zM56 44c1-1 3-1 4 1 1-2 3-2 4-1-2 0-3 1-4 2-1-1-2-2-4-2z',
      ],
    ],
  },
  {
    prompt: 'A potted plant with big leaves on a small table',
    background: '#eef2e6',
    scenery: [],
    anchor: { x: 50, y: 100 },
    things: [
      ...['#f6dcc0', disc(50, 44, 34), '#f8e0c6', disc(50, 44, 29), '#d9c4ab', 'M22 84h56l2 4H20z'],
      ...[
        '#b98a5e',
        'M26 88h5l-3 12h-4zM69 88h5l2 12h-4z',
        '#c99b6d',
        'M18 83h64v5H18z',
        '#c49668',
        'M18 86h64v2H18z',
      ],
      ...[
        '#39684f',
        'M49 66c-2-16 0-30 2-40h1c-2 12-3 24-1 40z',
        '#3b6a51',
        'M50 66c4-12 10-18 16-22l1 1c-7 5-11 12-15 21z',
      ],
      ...['#3a6950', 'M49 66c-3-11-9-16-17-19v1c7 4 12 9 15 18z'],
      ...[
        '#4c8a63',
        `M52 30${LEAF}`,
        '#5c9c72',
        `M52 30${LEAF_SHADE}`,
        '#4a8862',
        `M60 49${BROAD}`,
        '#5a9a70',
        `M60 49${BROAD_SHADE}`,
      ],
      ...[
        '#57966d',
        `M41 51${LOW}`,
        '#45815c',
        `M41 51${LOW_SHADE}`,
        '#4e8c65',
        `M51 46${BROAD}`,
        '#417b58',
        `M51 46${BROAD_SHADE}`,
      ],
      ...[
        '#559469',
        `M46 63${LOW}`,
        '#437d5a',
        `M46 63${LOW_SHADE}`,
        '#4d8b64',
        `M55 61${BROAD}`,
        '#5d9d73',
        `M55 61${BROAD_SHADE}`,
      ],
      ...['#529268', `M49 47${LEAF}`, '#448059', `M49 47${LEAF_SHADE}`],
      ...[
        '#c9623d',
        'M34 63h32l-4 20H38z',
        '#d7724b',
        'M34 63h13l-1 20h-8z',
        '#d5704a',
        'M32 60h36v6H32z',
        '#be5936',
        'M34.6 66h30.8l-.4 2h-30z',
      ],
      ...['#fbe9d8', 'M39 72l3 3 4-3 4 3 4-3 4 3 3-3v2l-3 3-4-3-4 3-4-3-4 3-3-3z'],
    ],
  },
  {
    prompt: 'A striped hot-air balloon above snowy mountains',
    background: '#bfe0ea',
    scenery: [
      ...['#c6e4ec', 'M0 30c30 6 60-6 100 0v70H0z', '#d3eaee', 'M0 50c40-8 70 6 100 0v50H0z'],
      ...[
        '#7f9fc0',
        'M0 78l18-26 10 12 16-24 20 28 12-14 24 24v22H0z',
        '#7c9cbe',
        'M44 40l20 28 12-14 24 24v8H52z',
      ],
      ...['#f5fafc', 'M44 40l7 10-4-1-3 4-3-4-5 2zM18 52l4 5-3-1-2 3-3-1zM76 54l5 5-3 0-2 3-3-3-2 1z'],
      ...[
        '#4f769b',
        'M0 88l22-18 16 10 20-16 22 16 20-8v28H0z',
        '#527a9e',
        'M58 64l22 16 20-8v12l-30-2z',
        '#2f5a66',
        'M0 92c20-8 40-2 58-4s30-6 42-2v14H0z',
      ],
      ...['#2c5560', 'M4 92l3-9 3 9zM12 91l4-11 4 11zM82 88l4-11 4 11zM91 88l3-9 3 9zM74 88l3-8 3 8z'],
    ],
    anchor: { x: 50, y: 40 },
    things: [
      ...['#fff1c4', disc(18, 20, 8)],
      ...['#e4574c', 'M58 8c-15 0-23 11-23 22 0 12 10 20 18 28h10c8-8 18-16 18-28C81 19 73 8 58 8z'],
      ...['#f6b64b', 'M58 8c-11 1-16 12-16 22 0 11 7 20 12 28h8c5-8 12-17 12-28 0-10-5-21-16-22z'],
      ...[
        '#e65a4e',
        'M58 8c-6 3-9 13-9 22 0 10 4 20 6 28h6c2-8 6-18 6-28 0-9-3-19-9-22z',
        '#f7b94f',
        'M58 8c-2 4-3 13-3 22s1 20 2 28h2c1-8 2-19 2-28s-1-18-3-22z',
      ],
      ...[
        '#c9443f',
        'M53 58h10l-1 3h-8z',
        '#6b4a35',
        'M54 61h.6l.4 6h-.6zM61.4 61h.6l-.4 6h-.6z',
        '#a8713f',
        'M53 67h10l-1 7h-8z',
        '#946337',
        'M53 67h10v2H53zM54 71h8.3v1H54z',
      ],
      ...[
        '#f9fdfe',
        'M6 46h20c4 0 4-5 0-5h-3c-1-6-10-6-11 0H6c-4 0-4 5 0 5z',
        '#fbfeff',
        'M76 72h20c4 0 4-5 0-5h-4c-1-5-8-5-9 0h-7c-4 0-4 5 0 5z',
        '#f7fcfd',
        'M84 26h14c3 0 3-4 0-4h-3c-1-4-6-4-7 0h-4c-3 0-3 4 0 4z',
      ],
    ],
  },
]
