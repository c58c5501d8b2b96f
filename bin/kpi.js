#!/usr/bin/env node
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const start = fileURLToPath(new URL("../dist/start.cjs", import.meta.url));
if (existsSync(start)) {
  createRequire(import.meta.url)(start);
} else {
  console.error("kpi: chưa cài đặt; chạy: npm ci\nkpi: not built yet; run: npm ci");
  process.exitCode = 2;
}
