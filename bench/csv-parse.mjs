// What a script with csv-parse takes for the sums alone, in one thread.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const answers = { cases: new Set(), submissionSum: 0, submissionN: 0, satisfied: 0, rated: 0 };
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true }))) {
  answers.cases.add(row.case_id);
  if (row.channel !== "online") continue;
  if (row.login_at !== "" && row.submitted_at !== "") {
    answers.submissionSum += (Date.parse(`${row.submitted_at}Z`) - Date.parse(`${row.login_at}Z`)) / 1000;
    answers.submissionN++;
  }
  if (row.rated_at !== "" && row.rating !== "") {
    answers.rated++;
    if (row.rating >= 4) answers.satisfied++;
  }
}
console.log(JSON.stringify({ ...answers, cases: answers.cases.size }));
