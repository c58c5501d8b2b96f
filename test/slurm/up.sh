#!/usr/bin/env bash
# up.sh DIR : start a private real Slurm (munged, slurmctld, two slurmd) in DIR.
# stdout: path of slurm.conf (for SLURM_CONF=...). Logs in DIR/log. Stop: down.sh DIR.
# Environment: KPI_SLURM_CPUS (per node, default 2), KPI_SLURM_TIMEOUT (s, default 30).
set -euo pipefail
export PATH="$PATH:/usr/sbin:/sbin"
die() { printf 'up.sh: %s\n' "$*" >&2; exit 1; }
[ $# -eq 1 ] || die "usage: up.sh DIR"
for p in munged slurmctld slurmd sinfo scontrol ss; do
  command -v "$p" >/dev/null || die "$p not found (apt-get install --no-install-recommends slurm-wlm munge iproute2)"
done
mkdir -p "$1"; DIR=$(cd "$1" && pwd -P)
case $DIR in *[[:space:],\#=%]*) die "DIR must have no space , # = %: $DIR";; esac
[ ${#DIR} -le 80 ] || die "DIR too long for a Unix socket (max 80): $DIR"
[ ! -e "$DIR/run/slurmctld.pid" ] || die "$DIR is in use (run down.sh $DIR first)"
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ME=$(id -un); HOST=$(hostname -s); CPUS=${KPI_SLURM_CPUS:-2}; TIMEOUT=${KPI_SLURM_TIMEOUT:-30}
unset ${!SLURM_*} ${!SBATCH_*} 2>/dev/null || true     # nothing of an outer Slurm job

rm -rf "${DIR:?}"/{etc,run,state,spool,log}
mkdir -p "$DIR"/{etc,run,state,spool/node1,spool/node2,log}
chmod 755 "$DIR" "$DIR"/{etc,run,state,spool,log}      # munged wants its socket's path passable

# three free ports outside the usual ephemeral range (32768-60999)
PORTS=()
while [ ${#PORTS[@]} -lt 3 ]; do
  p=$((20000 + RANDOM % 10000))
  case " ${PORTS[*]-} " in *" $p "*) continue;; esac
  ss -Hltn "sport = :$p" | grep -q . || PORTS+=("$p")
done

( umask 077; head -c 128 /dev/urandom > "$DIR/etc/munge.key" )
# slurmd loads a cgroup plugin in any case. "disabled" exists from 23.11 on only; before that
# (Debian 12: 22.05) cgroup/v1, which touches no cgroup with linuxproc + task/none.
v=$(slurmd -V | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
if [ "$(printf '%s\n' 23.11 "$v" | sort -V | head -n 1)" = 23.11 ]; then CG=disabled; else CG=cgroup/v1; fi
echo "CgroupPlugin=$CG" > "$DIR/etc/cgroup.conf"
cat > "$DIR/etc/slurm.conf" <<C
ClusterName=lab
SlurmctldHost=$HOST(127.0.0.1)
SlurmctldPort=${PORTS[0]}
SlurmUser=$ME
SlurmdUser=$ME
# cred_expire is also how long a requeued job must wait (default 120 s)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$DIR/run/munge.socket,cred_expire=5
StateSaveLocation=$DIR/state
SlurmdSpoolDir=$DIR/spool/%n
SlurmctldPidFile=$DIR/run/slurmctld.daemon.pid
SlurmdPidFile=$DIR/run/slurmd-%n.daemon.pid
SlurmctldLogFile=$DIR/log/slurmctld.log
SlurmdLogFile=$DIR/log/slurmd-%n.log
SlurmctldDebug=info
SlurmdDebug=info
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$DIR/log/jobcomp.log
SwitchType=switch/none
MpiDefault=none
MailProg=/bin/true
ReturnToService=2
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
DependencyParameters=kill_invalid_depend
JobRequeue=1
RequeueExit=75
MinJobAge=300
KillWait=2
SlurmctldTimeout=30
SlurmdTimeout=60
NodeName=node1 NodeHostname=$HOST NodeAddr=127.0.0.1 Port=${PORTS[1]} CPUs=$CPUS RealMemory=1000 State=UNKNOWN
NodeName=node2 NodeHostname=$HOST NodeAddr=127.0.0.1 Port=${PORTS[2]} CPUs=$CPUS RealMemory=1000 State=UNKNOWN
PartitionName=lab Nodes=node1,node2 Default=YES MaxTime=60 State=UP
C
export SLURM_CONF="$DIR/etc/slurm.conf"

fail() {
  local f
  printf 'up.sh: %s\n' "$*" >&2
  for f in "$DIR"/log/*; do [ -s "$f" ] && { echo "--- $f"; tail -n 8 "$f"; }; done >&2
  "$HERE/down.sh" "$DIR" >&2 || true
  exit 1
}
start() {  # NAME COMMAND... : own session, all output to a log, pid kept
  local name=$1; shift
  setsid "$@" </dev/null >>"$DIR/log/$name.out" 2>&1 &
  echo $! > "$DIR/run/$name.pid"
}
alive() { kill -0 "$(cat "$DIR/run/$1.pid")" 2>/dev/null; }

start munged munged --foreground --force --socket="$DIR/run/munge.socket" \
  --key-file="$DIR/etc/munge.key" --pid-file="$DIR/run/munged.daemon.pid" \
  --log-file="$DIR/log/munged.log" --seed-file="$DIR/state/munge.seed"
for _ in $(seq 50); do
  munge --socket="$DIR/run/munge.socket" -n >/dev/null 2>&1 && break
  alive munged || fail "munged ended at once"
  sleep 0.1
done
munge --socket="$DIR/run/munge.socket" -n >/dev/null 2>&1 || fail "munged does not answer"

start slurmctld slurmctld -D -f "$SLURM_CONF"
start slurmd-node1 slurmd -D -N node1 -f "$SLURM_CONF"
start slurmd-node2 slurmd -D -N node2 -f "$SLURM_CONF"

end=$((SECONDS + TIMEOUT))
while :; do
  for d in slurmctld slurmd-node1 slurmd-node2; do alive "$d" || fail "$d ended at once"; done
  # SLURM tools retry for long when the controller is not there yet: cut them off
  s=$(timeout 3 sinfo -h -N -o '%N=%T' 2>/dev/null | sort | tr '\n' ' ') || s=
  [ "$s" = "node1=idle node2=idle " ] && break
  [ "$SECONDS" -lt "$end" ] || fail "nodes not idle after $TIMEOUT s: ${s:-no answer}"
  sleep 0.2
done
echo "$SLURM_CONF"
