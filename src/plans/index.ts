import type { Plan } from "./plan.ts";

/** The plans that come with the program, each read when it is used; the first is the default. */
export const plans = {
  "hai-phong-219": () => import("./hai-phong-219.ts"),
  "tan-an": () => import("./tan-an.ts"),
  "vu-quang": () => import("./vu-quang.ts"),
  "duong-kinh-68": () => import("./duong-kinh-68.ts"),
  "ngoai-vu-76": () => import("./ngoai-vu-76.ts"),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly default: Plan }>>>;

/** The ids of the plans, in their order. */
export const planIds = Object.keys(plans) as (keyof typeof plans)[];

/** A plan that comes with the program; null for an id that none has. */
export async function shippedPlan(id: string): Promise<Plan | null> {
  const known = planIds.find((one) => one === id);
  return known === undefined ? null : (await plans[known]()).default;
}

/** All of them, in their order. */
export function shippedPlans(): Promise<Plan[]> {
  return Promise.all(planIds.map(async (id) => (await plans[id]()).default));
}
