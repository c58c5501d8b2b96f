#!/bin/bash
# Tallies the exports of a folder with GNU parallel, one after the other on every core, and reports a month of all of them:
#
#   parallel.sh EXPORTS PARTS REPORTS MONTH
#
# A log that cannot be tallied stops the run, and nothing is reported. KPI is the command, kpi unless set. Exit codes 0, 1
# and 3 of the report are verdicts.
set -euo pipefail
exports=$1
parts=$2
reports=$3
month=$4
mkdir -p "$parts" "$reports"
export KPI=${KPI:-kpi}
find "$exports" -maxdepth 1 -name '*.csv' -print0 | sort -z |
  parallel --null --halt now,fail=1 \
    '$KPI tally {} --by agency,field,procedure,channel --threads 1 --quiet --out '"$(printf '%q' "$parts")"'/{/.}.kpi.json'
code=0
$KPI report "$parts"/*.kpi.json --year "${month%-*}" --month "$month" --lang vi --quiet \
  --out "json=$reports/$month.json" --out "html=$reports/$month.html" || code=$?
case $code in
  0 | 1 | 3) exit 0 ;;
  *) exit "$code" ;;
esac
