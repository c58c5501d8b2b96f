#!/bin/bash
# Tallies the logs of a list on a Slurm cluster, a task each, and reports a month of all of them:
#
#   submit.sh LIST PARTS REPORTS MONTH
#
# LIST has the path of a log in each line. KPI is the command, kpi unless set. Prints the number of the last job.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
list=$1
parts=$2
reports=$3
month=$4
mkdir -p "$parts" "$reports" logs
array=$(sbatch --parsable --array="1-$(wc -l < "$list")" "$here/tally.sbatch" "$list" "$parts")
# After any end of the array: which shards are missing is for the merge to say.
sbatch --parsable --dependency="afterany:$array" "$here/merge.sbatch" "$list" "$parts" "$reports" "$month"
