#!/usr/bin/env node
import { existsSync } from "node:fs";

if (existsSync(new URL("../dist/cli.js", import.meta.url))) {
  await import("../dist/cli.js");
} else {
  console.error("kpi: chưa cài đặt; chạy: npm ci\nkpi: not built yet; run: npm ci");
  process.exitCode = 2;
}
