#!/bin/sh
# Writes last month's report of the exports in a folder:
#
#   monthly.sh EXPORTS REPORTS [MONTH]
#
# EXPORTS holds the .csv files, REPORTS gets 2025-09.docx, .html, .xlsx, .json and 2025-09.manifest.json; MONTH is last
# month unless given. KPI is the command, kpi unless set. Exit codes 0, 1 and 3 are verdicts, for which the files are written;
# any other is a fault, for which nothing is.
set -u
exports=$1
reports=$2
month=${3:-$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)}
${KPI:-kpi} report "$exports"/*.csv --year "${month%-*}" --month "$month" --lang vi --quiet \
  --out "docx=$reports/$month.docx" --out "html=$reports/$month.html" --out "xlsx=$reports/$month.xlsx" \
  --out "json=$reports/$month.json" --manifest "$reports/$month.manifest.json"
code=$?
case $code in
  0 | 1 | 3) exit 0 ;;
  *) exit "$code" ;;
esac
