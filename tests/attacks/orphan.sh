# The program is killed outright while it serves: the next start takes over the PostgreSQL that was left behind.
start
first=$(head -1 "$(cluster_of "$here/data")/postmaster.pid")
kill -KILL "$copy"
ended "$copy" 5
began=$(date +%s%N)
start
took=$((($(date +%s%N) - began) / 1000000))
judge "kill -9 of the program, started again" "answers ≤ 20 s, one PostgreSQL" "$took ms" \
    [ "$took" -le 20000 -a "$first" = "$(head -1 "$(cluster_of "$here/data")/postmaster.pid")" ]
