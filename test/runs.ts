/**
 * How often laws are tried on what chance makes. By itself a run of the tests tries each as often as a fault of it that was
 * planted needs, and some more; KPI_TEST_RUNS multiplies, for a run at night (.github/workflows/night.yml).
 */
const factor = Number(process.env.KPI_TEST_RUNS || "1");
if (!(factor > 0)) throw new Error(`KPI_TEST_RUNS is no number above 0: ${process.env.KPI_TEST_RUNS}`);

export const runs = (few: number): number => Math.ceil(few * factor);
