#!/bin/sh
# A study in shards, by @@tool@@: @@command@@
# sh THIS runs them on this machine, @@atOnce@@ at once, and joins their results. Once more, it does what is missing.
set -eu
program=@@program@@
folder=@@folder@@
shards=@@shards@@

case ${1-all} in
all)
    mkdir -p "$folder"
    # A shard that fails does not stop the others: the report says what is missing.
    seq "$shards" | xargs -n 1 -P @@atOnce@@ sh "$0" task \
        || echo "some shards have failed, or left something open; see $folder/task-*.log" >&2
    exec "$program" merge --format @@format@@ --out "$folder/report" "$folder"/shard-*.@@ending@@ ;;
task)
    exec "$program" @@study@@ --shard "$2/$shards" @@option@@ "$folder/shard-$2.@@ending@@" --quiet --out /dev/null \
        2>> "$folder/task-$2.log" ;;
*)
    echo "usage: sh $0" >&2
    exit 64 ;;
esac
