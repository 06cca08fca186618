# The private PostgreSQL is killed and the site is told to stop, again and again, before, while and after it is started anew.
times=10
[[ $rough == no ]] || times=3
worst=0 left=0
for ((turn = 0; turn < times; turn++)); do
    start
    cluster=$(cluster_of "$here/data")
    kill -KILL "$(head -1 "$cluster/postmaster.pid")"
    sleep "0.$((turn * 3 % 10))"
    began=$(date +%s%N)
    kill -TERM "$copy"
    ended "$copy" 60 || true
    took=$((($(date +%s%N) - began) / 1000000))
    ((took <= worst)) || worst=$took
    ! pgrep -f -- "-D $cluster( |$)" >/dev/null || left=$((left + 1))
done
judge "kill -9 of the private PostgreSQL, then SIGTERM, $times times" "≤ 20 s each, nothing left at work" "longest $worst ms, $left left" \
    [ "$worst" -le 20000 -a "$left" = 0 ]
