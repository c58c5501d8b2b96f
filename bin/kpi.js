#!/usr/bin/env node
// CommonJS (package.json beside this): an ES module costs Node five milliseconds more to begin with.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const start = join(__dirname, "..", "dist", "start.cjs");
if (existsSync(start)) {
  require(start);
} else {
  console.error("kpi: chưa cài đặt; chạy: npm ci\nkpi: not built yet; run: npm ci");
  process.exitCode = 2;
}
