import type { Values } from '../stage/rowGroup.ts'
import type { Cell } from './cell.ts'
import type { DerivedColumn } from './rowPlan.ts'

const maxKnown = 65_536

/** Cells by the cells they were worked out from, one level for each. */
type Known = Map<Cell | undefined, Known | Cell>

/** Works out one field from others of the row, remembering what it has worked out before. */
export class Derivation {
  readonly values: Values
  private readonly column: DerivedColumn
  private readonly from: readonly number[]
  private readonly own: number
  private known: Known = new Map()
  private size = 0

  /** `placeOf` gives where a field's cell stands among the row's cells; −1 where the file has none. */
  constructor(column: DerivedColumn, values: Values, placeOf: (field: string) => number) {
    this.column = column
    this.values = values
    this.from = column.from.map(placeOf)
    this.own = placeOf(column.field.name)
  }

  /** The cell worked out for a row; null where the file gives a value of its own. */
  cell(cells: readonly Cell[]): Cell | null {
    if (this.own >= 0 && cells[this.own]?.text !== null) return null
    const { from } = this
    let known: Known | Cell | undefined = this.known
    for (let i = 0; i < from.length && known instanceof Map; i++) known = known.get(cells[from[i] as number])
    return known === undefined || known instanceof Map ? this.derive(cells) : known
  }

  private derive(cells: readonly Cell[]): Cell {
    const from = this.from.map((place) => cells[place])
    const cell = this.column.read(this.column.derive(from.map((source) => source?.text ?? null)) ?? '')
    if (this.size++ >= maxKnown) {
      this.known = new Map()
      this.size = 0
    }
    let level = this.known
    for (const source of from.slice(0, -1)) {
      const next = level.get(source)
      const deeper: Known = next instanceof Map ? next : new Map()
      level.set(source, deeper)
      level = deeper
    }
    level.set(from.at(-1), cell)
    return cell
  }
}
