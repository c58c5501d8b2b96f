/** How well stated probabilities came true: what the back-tests of the forecast print. */

const bands = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.000001];

/**
 * Of the forecasts that said so many percent, how many came true; and how often the year's value lay in its interval.
 *
 * @param rows forecasts (src/methods/forecast.ts), each with the year's `value` and whether its target was `met`
 */
export function printCalibration(name, rows) {
  const found = bands.slice(0, -1).map((from, i) => {
    const own = rows.filter(({ probability: p }) => p >= from && p < bands[i + 1]);
    const mean = (of) => own.reduce((sum, one) => sum + of(one), 0) / own.length;
    return own.length === 0
      ? null
      : `| ${(100 * from).toFixed(0)}–${(100 * Math.min(1, bands[i + 1])).toFixed(0)} % | ${own.length} | ${(100 * mean((one) => one.probability)).toFixed(0)} % | ${(100 * mean(({ met }) => Number(met))).toFixed(0)} % |`;
  });
  const within = rows.filter(({ low, high, value }) => low <= value && value <= high).length / rows.length;
  console.log(`\n**${name}**: ${rows.length} forecasts; in the 90 % interval ${(100 * within).toFixed(1)} %\n`);
  console.log("| stated | forecasts | mean stated | came true |\n|---|--:|--:|--:|");
  console.log(found.filter((row) => row !== null).join("\n"));
}
