import type { FigureSource } from './figure.ts'
import { recipeOf } from './figures.ts'
import type { MetricsReader } from './metricsReader.ts'
import type { Plan } from './plan.ts'
import { visibleNumbers } from './sideSupply.ts'
import { summedFigures } from './summedFigures.ts'
import { windowedFigures } from './windowedFigures.ts'

/** Opens the records a plan needs, by its metric's recipe. */
export async function figureSource(reader: MetricsReader, plan: Plan): Promise<FigureSource> {
  const recipe = recipeOf(plan.metric)
  const visible = visibleNumbers(reader, plan)
  return recipe.kind === 'summed'
    ? summedFigures(reader, plan, { recipe, visible })
    : windowedFigures(reader, plan, { recipe, visible })
}
