# What the scripts beside this share. It is sourced, not run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

fail() {
    echo "$1" >&2
    exit 1
}

# Installs Debian packages where that is possible, else says in one line what is missing.
need() {
    (($# > 0)) || return 0
    local as=() log
    command -v apt-get >/dev/null || fail "Falta instalar con el gestor de paquetes de su sistema: $*"
    if ((EUID != 0)); then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || fail "Falta instalar: sudo apt-get install -y $*"
        as=(sudo -n)
    fi
    echo "Instalando: $*" >&2
    # A fresh machine knows no package before the update; one without network may still have all it needs.
    log=$("${as[@]}" apt-get update -qq 2>&1) || echo "No se pudo actualizar la lista de paquetes: ${log##*$'\n'}" >&2
    log=$("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" 2>&1) || fail "No se pudo instalar ($*): ${log##*$'\n'}"
}

# The programs beside .NET that the site uses; more may be given as command:package.
need_programs() {
    local missing=() pair
    command -v dotnet >/dev/null || fail "Falta el SDK de .NET 10: https://dotnet.microsoft.com/download"
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
    for pair in pdftotext:poppler-utils tesseract:tesseract-ocr "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
    done
    compgen -G '/usr/share/tesseract-ocr/*/tessdata/spa.traineddata' >/dev/null || missing+=(tesseract-ocr-spa)
    [[ -s /usr/share/hunspell/es_ES.dic ]] || missing+=(hunspell-es)
    # Its own name carries a number that differs in each release; this one brings it along. An ordinary user has no /sbin in the path.
    [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) == *libicuuc.so* ]] || missing+=(libicu-dev)
    # Packages of .NET come over TLS.
    [[ -s /etc/ssl/certs/ca-certificates.crt || -n ${SSL_CERT_FILE:-} ]] || missing+=(ca-certificates)
    need "${missing[@]}"
}

# What only tests start besides, the largest of all: a browser that looks at pages, and an office that prints papers to be read.
need_test_programs() { need_programs chromium:chromium soffice:libreoffice-writer-nogui; }

# What a lock file pins, one package a line.
pins() { grep -oE '"contentHash": "[^"]+"' "$1" | sort -u; }

# Publishes compiled ahead, if the packages are those of the lock file that everybody shares, to the letter.
publish_ahead() {
    dotnet restore "$root/src/Acervo" -v q "${ahead[@]}" || return 1
    [[ -z $(comm -13 <(pins "$root/src/Acervo/packages.lock.json") <(pins "$to.lock.json")) ]] || { echo "The packages are not those of the lock file."; return 1; }
    dotnet publish "$root/src/Acervo" --no-restore "${flags[@]}" "${ahead[@]}"
}

# Builds the program when it is missing or older than its sources, compiled ahead for this machine so that it starts fast. One build at a time.
build_program() {
    local to=$root/artifacts/program log
    local stamp=$to.built flags=(-c Release -v q -o "$to" -p:RunAnalyzersDuringBuild=false)
    # Compiling ahead adds this machine's runtime to the packages; the lock file that everybody shares knows none.
    # As properties: restore and publish do not know the same switches.
    local ahead=(--use-current-runtime -p:SelfContained=false -p:PublishReadyToRun=true "-p:NuGetLockFilePath=$to.lock.json")
    mkdir -p "$root/artifacts"
    (
        flock 9
        if [[ -f $to/Acervo.dll && -f $stamp ]] && [[ -z $(find "$root/src/Acervo" "$root/samples" "$root"/Directory.*.props "$root/global.json" \
            \( -name bin -o -name obj \) -prune -o -newer "$stamp" -type f -print -quit) ]]; then
            exit 0
        fi
        echo "Compilando Acervo…" >&2
        touch "$stamp.new"
        # The compiler that works ahead is a package of its own: without it the program is the same and starts a second later.
        publish_ahead >"$to.log" 2>&1 || {
            echo "No se pudo compilar por adelantado: Acervo arrancará más despacio. El motivo está en $to.log" >&2
            log=$(dotnet publish "$root/src/Acervo" "${flags[@]}" -p:RestoreLockedMode=true 2>&1) || fail "$log"
        }
        mv "$stamp.new" "$stamp"
    ) 9>"$root/artifacts/build.lock"
    program=$to/Acervo.dll
}

# The budget for new objects between two collections, for the runtime takes it from its environment only. Left to itself it collects every four
# megabytes, and under load paused a tenth of the time; sixteen, or as much as the processor's cache, is memory that a site of this size has no use for.
export_budget() { export DOTNET_GCgen0size=${DOTNET_GCgen0size:-0x800000}; }

# home_of DATA, cluster_of DATA, socket_of DATA: where the private PostgreSQL of a data folder stands, as LocalPostgres.Of and
# DataFolder.Fingerprint work it out. Run as root it stands where an ordinary user can reach it.
home_of() {
    if ((EUID != 0)); then echo "$1"; else echo "/var/lib/acervo/$(cat "$1/folder.id" <(printf %s "$1") 2>/dev/null | sha256sum | cut -c1-12)"; fi
}
cluster_of() { echo "$(home_of "$1")/postgres"; }
socket_of() { echo "$(home_of "$1")/run"; }
