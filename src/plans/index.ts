import type { Plan } from "./plan.ts";

/** The plans that come with the program, each read when it is used; the first is the default. */
export const planFiles = {
  "hai-phong-219": () => import("./hai-phong-219.yaml"),
  "tan-an": () => import("./tan-an.yaml"),
  "vu-quang": () => import("./vu-quang.yaml"),
  "duong-kinh-68": () => import("./duong-kinh-68.yaml"),
  "ngoai-vu-76": () => import("./ngoai-vu-76.yaml"),
  "qd-766": () => import("./qd-766.yaml"),
} as const;

/** The ids of the plans, in their order. */
export const planIds = Object.keys(planFiles) as (keyof typeof planFiles)[];

/** A plan that comes with the program, and its file as it is written; null for an id that none has. */
export async function shippedPlan(id: string): Promise<{ readonly plan: Plan; readonly text: () => string } | null> {
  const known = planIds.find((one) => one === id);
  if (known === undefined) return null;
  const { default: plan, text } = await planFiles[known]();
  return { plan, text };
}

/** All of them, in their order. */
export function shippedPlans(): Promise<Plan[]> {
  return Promise.all(planIds.map(async (id) => (await planFiles[id]()).default));
}
