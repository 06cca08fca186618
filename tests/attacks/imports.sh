# The program is killed outright in the middle of an import, started again, and killed once more while it takes the import back: nothing goes in twice,
# nothing is lost.
amount=5000
[[ $rough == no ]] || amount=1000
start
member Administrator "$here/jar"
list=ensayo-$RANDOM
query "INSERT INTO app.catalogues (code, name, source) VALUES ('$list', 'Lista de ensayo', 'Ensayo.')"
{ echo codigo,nombre; for ((n = 1; n <= amount; n++)); do echo "k$n,Nombre $n"; done; } >"$here/lista.csv"

# stands STATE: waits until the import is there. entered: how many rows are in.
stands() { local turns; for ((turns = 0; turns < 900; turns++)); do [[ $(query "SELECT state FROM app.imports WHERE id = $import") != "$1" ]] || return 0; sleep 0.1; done; return 1; }
entered() { query "SELECT count(*) FROM app.import_rows WHERE import_id = $import AND applied IS NOT NULL"; }
idle() { [[ $(query "SELECT w.state FROM app.work w JOIN app.imports i ON i.work_id = w.id WHERE i.id = $import") == Done ]]; }
ends() { local turns; for ((turns = 0; turns < 900; turns++)); do ! idle || return 0; sleep 0.1; done; return 1; }

# fall CONDITION: kills the program as soon as the number of rows that are in says so, and starts it again.
fall() {
    local turns
    for ((turns = 0; turns < 2000; turns++)); do ! (($(entered) $1)) || break; sleep 0.02; done
    kill -KILL "$copy"
    wait "$copy" 2>/dev/null || true
    # The lease of whoever died runs out by itself in half a minute; the short run does not wait for it.
    [[ $rough == no ]] || query "UPDATE app.work SET lease_until = clock_timestamp() WHERE state = 'Running'"
    start
}

began=$(now)
import=$(curl -s -b "$here/jar" -c "$here/jar" -o /dev/null -w '%{redirect_url}' "$site/admin/catalogos/$list/importar" -F "file=@$here/lista.csv" \
    -F "__RequestVerificationToken=$(token "/admin/catalogos/$list/importar" "$here/jar")")
import=${import##*/}
stands Read
read_in=$(($(now) - began))
send "/importaciones/$import/columnas" "$here/jar" hoja= fila=1 columna-0=code columna-1=name "Name=Ensayo"
stands Looked
took=$(($(now) - began))
bar=$(patience 10)
judge "a sheet of $amount rows" "read in $read_in ms, judged after $took ms" "≤ $bar s" [ "$took" -le $((bar * 1000)) ]

hidden=$(token "/importaciones/$import" "$here/jar")
revision=$(query "SELECT revision FROM app.imports WHERE id = $import")
curl -s -b "$here/jar" -o /dev/null -d "vistas=$amount" -d "revision=$revision" --data-urlencode "__RequestVerificationToken=$hidden" \
    "$site/importaciones/$import/incorporar"
fall ">= $amount / 4"
at=$(entered)
ends || true
terms=$(query "SELECT count(*) FROM app.terms WHERE catalogue = '$list'")
told=$(query "SELECT sum(row_count) FROM app.audit WHERE subject = 'import/$import'")
trail=$(order audit verify >"$here/verify.log" 2>&1 && echo whole || tail -n 1 "$here/verify.log")
judge "kill -9 in the middle of an import, after $at rows" "$terms terms, $(entered) rows in, $told under deeds, trail $trail" "$amount each, whole" \
    [ "$terms" = "$amount" -a "$(entered)" = "$amount" -a "$told" = "$amount" -a "$trail" = whole ]

# Taking it back is work of the same kind: the short run leaves it.
[[ $rough == no ]] || return 0
send "/importaciones/$import/deshacer" "$here/jar"
fall "<= $amount * 3 / 4"
at=$(entered)
stands Undone || true
terms=$(query "SELECT count(*) FROM app.terms WHERE catalogue = '$list'")
told=$(query "SELECT sum(row_count) FROM app.audit WHERE subject = 'import/$import' AND verb = 'import.undone'")
judge "kill -9 while an import is taken back, with $at rows left" "$terms terms, $(entered) rows in, $told under deeds" "0, 0, $amount" \
    [ "$terms" = 0 -a "$(entered)" = 0 -a "$told" = "$amount" ]
