const picture = (name: string, content: string, attributes = 'viewBox="0 0 100 100"') => ({
  name,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
})

const stops =
  '<stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#fc0"/><stop offset="1" stop-color="#00f"/>'
const line = 'fill="none" stroke="#246" stroke-width="6"'

/** One small picture for each construct that is kept. */
export const CONSTRUCTS = [
  picture(
    'rect',
    '<rect x="10" y="20" width="60" height="30"/><rect x="10%" y="60%" width="30%" height="20%" fill="red"/>',
  ),
  picture(
    'rect with round corners',
    '<rect x="5" y="5" width="40" height="30" rx="8"/><rect x="50" y="5" width="40" height="30" rx="50" ry="6"/><rect x="5" y="50" width="40" height="30" ry="99"/><rect x="50" y="50" width="40" height="30" ry="10%"/>',
  ),
  picture(
    'circle and ellipse',
    '<circle cx="30" cy="30" r="20"/><circle cx="70%" cy="30%" r="15%" fill="teal"/><ellipse cx="50" cy="75" rx="40" ry="15" fill="tomato"/><ellipse cx="90" cy="50" rx="8" fill="navy"/>',
  ),
  picture(
    'line, polyline and polygon',
    `<g ${line}><line x1="10" y1="10" x2="90" y2="20"/><polyline points="10,40 50,30 90 45 1"/><polygon points="10,90 50,60 90,90" fill="gold"/></g><polyline points="60,50 95,50 95,60"/>`,
  ),
  picture(
    'units',
    '<rect x="1mm" y=".2in" width="10mm" height="6pt"/><circle cx="3pc" cy="2cm" r="12px" fill="purple"/>',
    'width="100" height="100"',
  ),
  picture(
    'percentages of an uneven view',
    '<circle cx="50%" cy="50%" r="20%"/><line x1="0" y1="0" x2="100%" y2="100%" stroke="red" stroke-width="5%"/>',
    'viewBox="0 0 200 100"',
  ),
  picture(
    'caps',
    `<g ${line}><path d="M20 20H80"/><path d="M20 50H80" stroke-linecap="round"/><path d="M20 80H80" stroke-linecap="square"/></g>`,
  ),
  picture(
    'joins and the miter limit',
    `<g ${line}><path d="M10 30L20 10L30 30"/><path d="M40 30L50 10L60 30" stroke-linejoin="round"/><path d="M70 30L80 10L90 30" stroke-linejoin="bevel"/><path d="M20 90L28 50L36 90" stroke-miterlimit="2"/><path d="M60 90L68 50L76 90" stroke-miterlimit="9"/></g>`,
  ),
  picture(
    'dashes',
    `<g ${line}><path d="M5 20H95" stroke-dasharray="10 4"/><circle cx="50" cy="60" r="30" stroke-dasharray="9" /><rect x="5" y="30" width="12" height="60" rx="4" stroke-width="2" stroke-dasharray="5,3,2"/><path d="M90 40V90" stroke-linecap="round" stroke-dasharray="0 9"/></g>`,
  ),
  picture(
    'strokes under a transform',
    `<g transform="rotate(30 50 50) scale(.5)" ${line}><rect x="40" y="40" width="80" height="60" fill="pink" stroke-dasharray="12 6"/></g><path transform="scale(-1 1) translate(-90)" d="M5 80H40" ${line}/>`,
  ),
  picture(
    'a stroke that does not scale',
    '<path transform="scale(3 1)" d="M5 20L25 80" vector-effect="non-scaling-stroke" stroke="red" stroke-width="7"/>',
  ),
  picture(
    'paint-order',
    '<circle cx="50" cy="50" r="30" fill="gold" stroke="navy" stroke-width="20" paint-order="stroke" />',
  ),
  picture(
    'fill and stroke opacity',
    '<path d="M10 10H90V90H10Z" fill="#f008" fill-opacity=".5" stroke="rgb(0 0 255 / 50%)" stroke-width="15" stroke-opacity=".6"/>',
  ),
  picture(
    'group opacity on one shape',
    '<g opacity=".5"><g opacity="50%"><circle cx="50" cy="50" r="40"/></g></g>',
  ),
  picture('fill rules', '<path fill-rule="evenodd" d="M10 10h80v80h-80z M30 30h40v40h-40z"/>'),
  picture(
    'nested transforms',
    '<g transform="translate(50,50)rotate(20)"><g transform="skewX(20) scale(1.5,.5)"><path transform="matrix(1 .2 -.3 1 3 -4)" d="M-20-20H20V20H-20Z"/></g></g>',
  ),
  picture(
    'arcs and smooth curves',
    '<path d="M10 50A20 30 30 0 1 50 50a20 20 0 10 30 10zM10 80q10-20 20 0t20 0s20 30 30-5" fill="seagreen"/>',
  ),
  picture(
    'style attributes',
    '<g style="fill:rgb(10,20,30);stroke-width:4px"><circle style="stroke:#f80 ! important" fill="red" stroke="blue" cx="50" cy="50" r="30"/></g>',
  ),
  picture(
    'class rules',
    '<style>/* a { } */ .a, .b{fill:#e33;stroke:#000;stroke-width:4} circle{fill:#0a0} #c{fill:#33e} .b{stroke:none} rect{fill:gold!important}</style><circle class="a" cx="25" cy="25" r="15"/><circle class="a b" cx="75" cy="25" r="15"/><circle class="b" id="c" cx="25" cy="75" r="15" style="stroke:red"/><rect class="a" x="60" y="60" width="30" height="30" style="fill:blue"/>',
  ),
  picture(
    'rules in CDATA, type and universal',
    '<style type="text/css"><![CDATA[*{fill:orange} path{fill:rgb(200 30 90)} .x.y{}]]></style><path d="M5 5H40V40Z"/><rect x="50" y="50" width="40" height="40" fill="blue"/>',
  ),
  picture(
    'colors',
    '<g fill="#0f08"><rect width="20" height="20"/></g>' +
      [
        '#0a5',
        '#11223380',
        'rgba(255,0,0,.5)',
        'rgb(10% 50% 90%)',
        'hsl(120,50%,50%)',
        'hsl(210 80% 40% / .7)',
        'hsla(.5turn,60%,50%,50%)',
        'RebeccaPurple',
        'none',
        'transparent',
      ]
        .map(
          (fill, i) =>
            `<rect x="${(i % 5) * 20}" y="${30 + 20 * Math.floor(i / 5)}" width="18" height="18" fill="${fill}"/>`,
        )
        .join(''),
  ),
  picture(
    'currentColor',
    '<g color="crimson"><circle cx="30" cy="50" r="20" fill="currentColor"/><g color="blue" fill="currentcolor"><circle cx="70" cy="50" r="20" /></g></g><path d="M0 90H100" stroke="currentColor" stroke-width="5"/>',
  ),
  picture(
    'display and visibility',
    '<g visibility="hidden"><rect width="30" height="30"/><rect visibility="visible" x="40" width="30" height="30"/></g><g display="none"><rect y="50" width="99" height="20"/></g><circle cx="50" cy="80" r="15" style="visibility:collapse"/>',
  ),
  picture(
    'a and switch',
    '<a href="https://example.com"><circle cx="20" cy="20" r="15"/></a><switch><foreignObject requiredExtensions="http://example.com"/><rect systemLanguage="xx" width="99" height="99"/><g><rect x="50" y="50" width="30" height="30"/></g><rect width="99" height="99"/></switch>',
  ),
  picture(
    'a linear gradient in user space',
    `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="10%" y1="20" x2="90" y2="80%" gradientTransform="rotate(10)">${stops}</linearGradient><path fill="url(#g)" d="M5 5H95V95H5Z"/>`,
  ),
  picture(
    'a linear gradient in the box',
    `<defs><linearGradient id="g">${stops}</linearGradient><linearGradient id="h" x1="0" y1="0" x2="1" y2="100%">${stops}</linearGradient></defs><ellipse fill="url(#g)" cx="50" cy="25" rx="45" ry="20"/><path fill="url(#h)" transform="rotate(8)" d="M20 50C120 50 20 100 90 80Z"/>`,
  ),
  picture(
    'a radial gradient in user space',
    `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="45" fx="30" fy="40" gradientTransform="translate(50 50) scale(1 .6) translate(-50 -50)">${stops}</radialGradient><rect fill="url(#g)" width="100" height="100"/>`,
  ),
  picture(
    'a radial gradient in the box',
    `<radialGradient id="g">${stops}</radialGradient><radialGradient id="h" cx="20%" cy=".3" r="70%">${stops}</radialGradient><rect fill="url(#g)" x="5" y="5" width="90" height="40"/><circle transform="skewX(-15) translate(20)" fill="url(#h)" cx="50" cy="70" r="25"/>`,
  ),
  picture(
    'gradient chains',
    `<linearGradient id="a" xlink:href="#b" x2="0" y2="1"/><linearGradient id="b" href="#c" gradientTransform="rotate(20 .5 .5)"/><radialGradient id="c">${stops}</radialGradient><radialGradient id="d" href="#a" r=".3"/><rect fill="url(#a)" width="48" height="100"/><rect fill="url('#d')" x="52" width="48" height="100"/>`,
  ),
  picture(
    'gradients of one stop and of no length',
    `<linearGradient id="a"><stop offset=".3" stop-color="teal"/></linearGradient><linearGradient id="b" x1=".5" x2=".5">${stops}</linearGradient><linearGradient id="c"/><radialGradient id="d" r="0">${stops}</radialGradient><rect fill="url(#a)" width="40" height="40"/><rect fill="url(#b)" x="50" width="40" height="40"/><rect fill="url(#c)" y="50" width="40" height="40"/><rect fill="url(#d)" x="50" y="50" width="40" height="40"/>`,
  ),
  picture(
    'stops with styles',
    '<style>.s{stop-color:lime;stop-opacity:.5}</style><linearGradient id="g" color="red"><stop class="s"/><stop offset="50%" style="stop-color:#00f8"/><stop offset=".2" stop-color="currentColor"/><stop offset="1" /></linearGradient><rect fill="url(#g)" width="100" height="100"/>',
  ),
  picture(
    'a gradient along a stroke',
    `<linearGradient id="g">${stops}</linearGradient><circle cx="50" cy="50" r="35" fill="none" stroke="url(#g)" stroke-width="14"/><path d="M5 95H95" stroke="url(#g)" stroke-width="6"/>`,
  ),
  picture(
    'a fallback paint',
    '<linearGradient id="g" gradientTransform="scale(0)"><stop/><stop offset="1"/></linearGradient><path fill="url(#none) green" d="M5 5H95V45H5Z"/><path d="M5 70H95" stroke="url(#g) red" stroke-width="9"/>',
  ),
  picture(
    'clips that change nothing',
    '<clipPath id="a"><rect width="100" height="100"/></clipPath><clipPath id="b"><path d="M0 0h60v60H0z"/></clipPath><clipPath id="c"><circle cx="50" cy="50" r="45"/></clipPath><g clip-path="url(#a)"><circle cx="90" cy="90" r="30"/></g><rect clip-path="url(#b)" x="10" y="10" width="40" height="40" fill="red"/><rect clip-path="url(#c)" x="40" y="40" width="20" height="20" fill="blue"/>',
  ),
  picture(
    'use',
    '<defs><g id="a"><circle id="b" r="10"/><use href="#b" x="25" fill="red"/></g></defs><use xlink:href="#a" x="20" y="20"/><use href="#a" transform="rotate(45)" x="60" y="10" fill="blue"/><use href="#b" x="20" y="60" style="fill:green"/>',
  ),
  picture(
    'symbol',
    '<symbol id="s" viewBox="0 0 10 10"><path d="M1 1H9V9Z"/></symbol><use href="#s" width="30" height="60"/><use href="#s" x="50" y="50" width="40" height="40" fill="red"/>',
  ),
  picture(
    'symbol with its own fit',
    '<symbol id="s" viewBox="-5 -5 10 10" preserveAspectRatio="none" overflow="visible"><circle r="6"/></symbol><use href="#s" x="10" y="30" width="80" height="30"/>',
  ),
  picture(
    'nested svg',
    '<svg x="10" y="10" width="50%" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMin"><rect width="100%" height="100%"/></svg><svg x="60" y="60"><circle cx="15%" cy="15" r="10" fill="red"/></svg><svg width="0"><rect width="99" height="99"/></svg>',
  ),
  picture(
    'preserveAspectRatio slice',
    '<circle cx="50" cy="50" r="40"/>',
    'viewBox="0 0 100 50" preserveAspectRatio="xMinYMid slice"',
  ),
  picture(
    'preserveAspectRatio none',
    '<circle cx="50" cy="25" r="20"/>',
    'viewBox="0 0 100 50" preserveAspectRatio="none"',
  ),
  picture(
    'a background',
    '<circle cx="50" cy="50" r="40" fill="white"/>',
    'viewBox="0 0 100 100" style="background-color:#468"',
  ),
  picture(
    'paint inherited from the root',
    '<circle cx="50" cy="50" r="30"/><path d="M20 20L80 80"/>',
    'viewBox="0 0 100 100" fill="none" stroke="black" stroke-width="8" stroke-linecap="round"',
  ),
  picture(
    'transforms as styles',
    '<rect style="transform:translate(20px,30px) rotate(15deg)" width="40" height="30"/>',
  ),
  picture(
    'selectors of every kind',
    '<style>.art .deep > .a{fill:rgb(0,113,188)} path.big.b{fill:#F7931E!important} rect + rect ~ .c:not(.d){fill:teal} :is(.e, :made-up):nth-child(2n){fill:gold} @media print{.a{fill:#000}} @media screen{*|*.f{fill:lime}}</style><g class="art"><g class="deep"><rect class="a" width="20" height="20"/></g><rect class="a" x="30" width="20" height="20"/><rect class="e" x="60" width="20" height="20"/><rect class="c" y="30" width="20" height="20"/><rect class="c d" x="30" y="30" width="20" height="20"/></g><path class="b big" style="fill:#000" d="M0 60h20v20H0z"/><rect class="f" x="30" y="60" width="20" height="20"/>',
  ),
  picture(
    'variables and modern colors',
    '<g style="--a:oklch(70% .15 150);--b:var(--a)" color="crimson"><rect width="20" height="20" fill="var(--b)"/><rect x="25" width="20" height="20" fill="hwb(12 20% 10% / 50%)"/><rect x="50" width="20" height="20" fill="color-mix(in oklab, currentColor, white 40%)"/><rect x="75" width="20" height="20" fill="light-dark(teal, red)"/><rect y="30" width="20" height="20" style="fill:var(--c, lab(50% 40 60))"/><rect x="25" y="30" width="20" height="20" fill="color(display-p3 .9 .4 .2)"/><rect x="50" y="30" width="20" height="20" fill="made-up"/></g>',
  ),
  picture(
    'inherit, on stops and shapes',
    '<linearGradient id="a" stop-color="#2a9d8f"><stop offset="0" stop-color="inherit"/><stop offset="1" stop-color="#264653"/></linearGradient><rect width="100" height="40" fill="url(#a)"/><g opacity=".5"><rect y="50" width="40" height="40" opacity="inherit"/></g>',
  ),
  picture(
    'lengths by the font',
    '<g font-size="10"><rect x="1em" y="1em" width="4em" height="2em" fill="#2a9d8f"/><rect x="1rem" y="50" width="50%" height="3rem"/></g>',
    'viewBox="0 0 100 100" font-size="5"',
  ),
  picture(
    'conditional attributes',
    '<rect width="40" height="40" fill="teal"/><rect width="40" height="40" fill="red" systemLanguage=""/><g systemLanguage="xx-none"><rect x="50" width="40" height="40"/></g><rect y="50" width="40" height="40" systemLanguage="de, en-GB"/>',
  ),
  {
    name: 'a DOCTYPE and prefixes',
    svg: '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 100 100"><s:style>.a{fill:teal}</s:style><s:circle id="c" class="a" cx="30" cy="30" r="20"/><s:use x:href="#c" x="40"/><o:rect xmlns:o="urn:o" width="99" height="99"/></s:svg>',
  },
]
