import { palette } from '../../shared/figures/palette.ts'

const hex = (colour: string) => colour.slice(1).toUpperCase()

/** The colours and letters of the dashboard as an Office theme, so that what is added by hand matches. */
export function themeXml(): string {
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', hex(palette.ink)],
    ['lt1', 'FFFFFF'],
    ['dk2', hex(palette['ink-2'])],
    ['lt2', hex(palette.band)],
    ['accent1', hex(palette.series)],
    ['accent2', hex(palette.improve)],
    ['accent3', hex(palette['concern-mark'])],
    ['accent4', hex(palette.changed)],
    ['accent5', hex(palette.common)],
    ['accent6', hex(palette['rule-2'])],
    ['hlink', hex(palette.ink)],
    ['folHlink', hex(palette['ink-2'])],
  ]
  const font = (name: string, letters: string) =>
    `<a:${name}><a:latin typeface="${letters}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="9525">${fill}<a:prstDash val="solid"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return [
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Partnership dashboard"><a:themeElements>',
    `<a:clrScheme name="Partnership dashboard">${colours.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join('')}</a:clrScheme>`,
    `<a:fontScheme name="Partnership dashboard">${font('majorFont', 'Georgia')}${font('minorFont', 'Calibri')}</a:fontScheme>`,
    `<a:fmtScheme name="Plain"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>',
  ].join('')
}

export const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml'
