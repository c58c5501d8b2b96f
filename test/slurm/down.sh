#!/usr/bin/env bash
# down.sh DIR : stop what up.sh started in DIR (jobs first); logs are kept.
set -uo pipefail
[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: down.sh DIR" >&2; exit 2; }
DIR=$(cd "$1" && pwd -P)
export SLURM_CONF="$DIR/etc/slurm.conf"
pid_of() {  # pid of NAME if that very process still runs with this DIR
  local p; p=$(cat "$DIR/run/$1.pid" 2>/dev/null) || return 1
  { tr '\0' ' ' < "/proc/$p/cmdline"; } 2>/dev/null | grep -qF -- "$DIR/" && echo "$p"
}
stepds() {  # slurmstepd processes that hold a log of this DIR open
  local p l
  for p in $(pgrep -x slurmstepd); do
    l=$(readlink /proc/"$p"/fd/* 2>/dev/null)
    case $l in *"$DIR/"*) echo "$p";; esac
  done
}
if [ -e "$SLURM_CONF" ] && pid_of slurmctld >/dev/null; then
  # an id list, not --user: also cancels held and requeued jobs; without a job nothing is done
  ids=$(timeout 5 squeue -h -o %i 2>/dev/null) || ids=
  [ -z "$ids" ] || timeout 5 scancel $ids 2>/dev/null
  for _ in $(seq 40); do [ -z "$(timeout 3 squeue -h 2>/dev/null)" ] && break; sleep 0.2; done
fi
rc=0
stop() {  # TERM to all the named daemons at once, wait, KILL what is left after 10 s
  local d p pids=()
  for d in "$@"; do p=$(pid_of "$d") && pids+=("$p"); done
  [ ${#pids[@]} -gt 0 ] || return 0
  kill -TERM "${pids[@]}" 2>/dev/null
  for p in "${pids[@]}"; do
    for _ in $(seq 100); do kill -0 "$p" 2>/dev/null || continue 2; sleep 0.1; done
    echo "down.sh: pid $p killed hard" >&2; kill -KILL "$p" 2>/dev/null; rc=1
  done
}
stop slurmctld slurmd-node1 slurmd-node2
stop munged          # last: the others still sign messages while they end
for p in $(stepds); do echo "down.sh: left-over slurmstepd $p killed" >&2; kill -KILL "$p"; rc=1; done
for e in /proc/[0-9]*/environ; do   # what such a step left running
  p=${e#/proc/}; p=${p%/environ}
  v=$(tr '\0' '\n' 2>/dev/null < "$e") || continue
  grep -qxF "SLURM_CONF=$DIR/etc/slurm.conf" <<<"$v" && grep -q '^SLURMD_NODENAME=' <<<"$v" || continue
  [ "$p" = $$ ] || { echo "down.sh: left-over job process $p killed" >&2; kill -KILL "$p" 2>/dev/null; rc=1; }
done
rm -f "$DIR"/run/*
exit $rc
