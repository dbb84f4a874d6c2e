#!/bin/sh
# A study in shards, by @@tool@@: @@command@@
# sh THIS submits an array of tasks and a job that joins their results. Once more, it does what is missing.
set -eu
program=@@program@@
folder=@@folder@@
shards=@@shards@@

case ${1-submit} in
submit)
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    # Tasks begin elsewhere, and later: they have a copy of this script, and the program that is found here.
    program=$(command -v "$program") || { echo "no $program on PATH; see lcngen slurm --program" >&2; exit 69; }
    case $program in /*) ;; *) program=$PWD/$program ;; esac
    cmp -s "$0" "$folder/job.sh" || cp "$0" "$folder/job.sh"
    array=$(sbatch --parsable --job-name=lcngen --array=@@array@@ @@resources@@ --requeue --open-mode=append \
        --output="$folder/task-%a.log" "$folder/job.sh" task "$folder" "$program")
    array=${array%%;*}
    # Also where tasks have failed: the report says what is missing.
    merge=$(sbatch --parsable --job-name=lcngen-merge @@resources@@ --requeue \
        --dependency="afterany:$array" --output="$folder/merge.log" "$folder/job.sh" merge "$folder" "$program")
    echo "array $array of $shards tasks, then ${merge%%;*}; the report will be $folder/report" ;;
task)
    # By exec signals of Slurm reach lcngen, which keeps what it has.
    exec "$3" @@study@@ --shard "$SLURM_ARRAY_TASK_ID/$shards" @@option@@ "$2/shard-$SLURM_ARRAY_TASK_ID.@@ending@@" \
        --quiet --out /dev/null ;;
merge)
    exec "$3" merge --format @@format@@ --out "$2/report" "$2"/shard-*.@@ending@@ ;;
*)
    echo "usage: sh $0" >&2
    exit 64 ;;
esac
