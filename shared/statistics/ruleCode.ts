/** The rule that fired at a point, and the way the data went; `none` is common cause. */
export type RuleCode =
  | 'none'
  | 'astronomical_high'
  | 'astronomical_low'
  | 'trend_up'
  | 'trend_down'
  | 'two_of_three_high'
  | 'two_of_three_low'
  | 'shift_high'
  | 'shift_low'
