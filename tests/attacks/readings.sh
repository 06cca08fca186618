# Documents that are made to hold a reader: each ends as read or refused, soon, and another person's document is read meanwhile.
source "$root/tests/attacks/lib/zip.sh"
start
member Contributor "$here/attacker"
member Contributor "$here/other"

# hand_in JAR FILE: sends a document; where it went is in $went.
hand_in() {
    local hidden
    hidden=$(token /fichas/nueva "$1")
    went=$(curl -s -b "$1" -o "$1.page" -w '%{http_code} %{redirect_url}' -F "__RequestVerificationToken=$hidden" -F "file=@$2" "$site/fichas/nueva")
}

# read_out JAR FILE: sends a document and waits for its end; $took milliseconds, $became read, refused or nothing.
read_out() {
    local began=$(now) until=$((SECONDS + 100))
    hand_in "$1" "$2"
    while [[ $went == *leyendo* ]] && ((SECONDS < until)); do
        sleep 0.3
        went=$(curl -s -b "$1" -o "$1.page" -w '%{http_code} %{redirect_url}' "${went#* }" | sed "s#^200 \$#200 ${went#* }#")
        ! grep -q notice-refusal "$1.page" || went=refused
    done
    took=$(($(now) - began))
    case $went in 302*fichas/[0-9]*) became=read ;; refused | 200*) became=refused ;; *) became=nothing ;; esac
}

# ends NAME FILE: the row of a document.
ends() {
    read_out "$here/attacker" "$2"
    judge "$1" "$became after $took ms" "read or refused with a reason ≤ $((longest / 1000)) s" [ "$took" -le "$longest" -a "$became" != nothing ]
}
longest=45000

{ echo '<w:p>'; times '<w:ins w:id="1" w:author="a">' 50000; echo '<w:r><w:t>texto</w:t></w:r>'; times '</w:ins>' 50000; echo '</w:p>'; } >"$here/body"
docx "$here/cambios.docx" "$here/body"
ends "Word of $(stat -c %s "$here/cambios.docx") bytes, 50,000 insertions in one another" "$here/cambios.docx"

{ times '<w:tbl><w:tr><w:tc>' 20000; echo '<w:p/>'; times '</w:tc></w:tr></w:tbl>' 20000; } >"$here/body"
docx "$here/tablas.docx" "$here/body"
ends "Word, 20,000 tables in one another" "$here/tablas.docx"

{ echo '<html><body>'; times '<div>' 90000; echo texto; times '</div>' 90000; } >"$here/anidado.html"
ends "HTML of 1 MB, 90,000 div in one another" "$here/anidado.html"

# The reader that waits is stopped in its tracks: whoever is given to it hears nothing of it again. Its sender has more, another person one.
for number in 1 2 3; do echo "Receta $number de ajiaco" >"$here/uno$number.txt"; done
echo "Receta de tamal" >"$here/otro.txt"
sleep 3
kill -STOP "$(pgrep -P "$copy" -f documento-leer | head -n 1)"
read_out "$here/attacker" "$here/uno1.txt" & first=$!
sleep 1
for number in 2 3; do hand_in "$here/attacker" "$here/uno$number.txt" & done
sleep 0.5
read_out "$here/other" "$here/otro.txt"
judge "another person's document while a reader hangs" "$became after $took ms" "≤ 10 s" [ "$took" -le 10000 -a "$became" != nothing ]
wait "$first"
for ((turn = 0; turn < 60; turn++)); do [[ $(query "SELECT count(*) FROM app.work WHERE kind = 'reading' AND state IN ('Running', 'Waiting')") != 0 ]] || break; sleep 1; done
of="FROM app.readings r JOIN app.work w ON w.id = r.work_id WHERE r.name = 'uno1.txt'"
state=$(query "SELECT string_agg(w.state || ' after ' || round(extract(epoch FROM w.ended_at - w.asked_at)) || ' s, taken ' || w.turn || ' times', ', ') $of")
judge "the document of a reader that hangs" "$state" "refused ≤ 45 s, taken once" \
    [ "$(query "SELECT count(*) $of AND w.state = 'Refused' AND w.turn = 1 AND w.ended_at - w.asked_at <= interval '45 s'")" = 1 ]
tries=$(query "SELECT max(turn) || ' times at most of ' || count(*) FROM app.work WHERE kind = 'reading'")
judge "every reading of the run" "taken $tries" "once" [ "${tries%% *}" = 1 ]
