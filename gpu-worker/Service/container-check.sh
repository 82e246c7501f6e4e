#!/usr/bin/env bash
# Takes the steps of the Dockerfiles outside of a container: publishes, then runs the program as another user, over a root that is
# read-only, with an empty /tmp and a folder of its own, and asks of it what an orchestrator does. As root, on Linux.
#   gpu-worker/Service/container-check.sh [Dockerfile|Dockerfile.gpu]
# With Dockerfile.gpu the program is published for the CPU all the same unless SORA_CHECK_GPU is set: that needs its packages and a GPU.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
file=$here/${1:-Dockerfile}
user=1654
work=$(mktemp -d)
token=check
pid=

step() { echo "== $1"; }
fail() { echo "FAILED: $1" >&2; [ -f "$work/log" ] && tail -20 "$work/log" >&2; exit 1; }
finish() { [ -n "$pid" ] && kill -9 "$pid" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
# Joins the lines of an instruction, so that each is one line.
instructions() { sed -e ':a' -e '/\\$/{N;s/\\\n *//;ta' -e '}' "$file"; }
words() { instructions | grep "^$1 " | sed "s/^$1 //"; }

step 'tools that build'
command -v npm >/dev/null || fail 'npm is not installed'

step 'sources'
# What the recipe copies is all that the build sees.
mkdir "$work/source"
for source in Directory.Build.props Directory.Packages.props .editorconfig gpu-worker; do
  words COPY | grep -qw -- "$source" || fail "the recipe does not copy $source"
done
tar -C "$root" --exclude=bin --exclude=obj -cf - Directory.Build.props Directory.Packages.props .editorconfig gpu-worker | tar -C "$work/source" -xf -

step 'publish'
publish=$(words RUN | grep '^dotnet publish' | sed "s| /app| $work/app|")
[ -n "${SORA_CHECK_GPU:-}" ] || publish=${publish% -p:NuGetOnnxRuntime=true}
(cd "$work/source" && eval "$publish -v quiet -clp:NoSummary -nodeReuse:false") || fail 'it does not publish'

step 'helper models'
words RUN | grep -q ' helper-models gpu-worker/Models/Weights/node_modules /app/HelperModels$' || fail 'the recipe makes no helper models'
weights=$root/gpu-worker/Models/Weights/node_modules
if [ -d "$weights" ]; then
  dotnet "$work/app/SoraFunctions.Service.dll" helper-models "$weights" "$work/app/HelperModels" || fail 'the helper models are not made'
else
  echo 'their packages are not installed here: clips are not looked at'
fi

step 'panoramas'
hdri=$root/gpu-worker/World/Panoramas/node_modules/@pmndrs/assets/hdri
if [ -d "$hdri" ]; then cp -r "$hdri" "$work/app/Panoramas"; else echo 'not installed here: sets have painted skies'; fi

step 'programs and fonts'
for program in ffmpeg ffprobe espeak-ng flite curl; do command -v $program >/dev/null || fail "$program is not installed"; done
words RUN | grep -q 'ffmpeg espeak-ng flite libmecab2 mecab-ipadic-utf8 fontconfig fonts-inter fonts-noto-cjk fonts-noto-core fonts-noto-color-emoji curl' || fail 'the recipe installs other programs or fonts'
for font in Inter 'Noto Sans CJK' 'Noto Color Emoji'; do
  fc-list | grep -q "$font" || echo "font $font is not installed here"
done

step 'folders'
mkdir "$work/data" "$work/models" "$work/empty"
chown "$user" "$work/data"
chmod 755 "$work"

step 'program'
[ -f "$work/app/SoraFunctions.Service.dll" ] || fail 'the program is not where it should be'

step 'settings'
# Those of the recipe itself, with the folders where they are here.
settings=$(words ENV | tr -s ' ' '\n' | grep -v '^PATH=\|^APP_UID=\|^DOTNET_ROOT=' | sed "s|=/data|=$work/data|; s|=/models|=$work/models|; s|=8080|=18080|")
address=http://127.0.0.1:18080

step 'user'
words USER | grep -q '^\$APP_UID$' || fail 'the recipe runs it as root'

begin() {
  # shellcheck disable=SC2086
  env $settings SORA_WORKER_TOKEN=$token SORA_WORKER_GRACE=10 \
    unshare --mount bash -c "
      mount --make-rprivate /
      mount --bind '$work' '$work'
      mount --bind '$work/data' '$work/data'
      mount -o remount,bind,ro '$work'
      mount -o remount,bind,ro /
      mkdir -p /tmp 2>/dev/null || true
      case '$work' in /tmp/*)
        # An empty /tmp would hide what lies below it.
        mount -t tmpfs tmpfs /dev/shm; mkdir -p /dev/shm/app /dev/shm/data /dev/shm/models
        mount --bind '$work/app' /dev/shm/app; mount --bind '$work/data' /dev/shm/data; mount --bind '$work/models' /dev/shm/models
        mount -t tmpfs -o mode=1777 tmpfs /tmp
        mkdir -p '$work/app' '$work/data' '$work/models'
        mount --bind /dev/shm/app '$work/app'; mount -o remount,bind,ro '$work/app'
        mount --bind /dev/shm/data '$work/data'
        mount --bind /dev/shm/models '$work/models'; mount -o remount,bind,ro '$work/models' ;;
      esac
      cd '$work/app'
      touch /usr/x 2>/dev/null && exit 99
      exec setpriv --reuid $user --regid $user --clear-groups $(words ENTRYPOINT | tr -d '[],"')" >>"$work/log" 2>&1 &
  pid=$!
}
answers() { curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$address$1"; }
await() {
  for _ in $(seq 600); do
    [ "$(answers "$1" || true)" = "$2" ] && return
    kill -0 "$pid" 2>/dev/null || fail "it ended before $1 said $2"
    sleep 0.1
  done
  fail "$1 never said $2"
}
order='{"kind":"shot","order":{"engine":"world","quality":"draft","shot":{"id":"a","seconds":SECONDS,"subjects":["o"]},"cast":[{"id":"o","name":"Ball","form":"ball"}],"look":{},"format":{"width":WIDTH,"height":WIDTH,"frames_per_second":12},"seed":3}}'
ask() { curl -fsS -o /dev/null -X PUT -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "$(echo "$order" | sed "s/SECONDS/$2/; s/WIDTH/$3/g")" "$address/renders/$1"; }
has_ended() { curl -fsS -H "Authorization: Bearer $token" "$address/renders/$1?wait=60&seen=1" | grep -q '"completed"'; }

step 'probes'
[ "$(instructions | grep -c '^HEALTHCHECK .*/healthz')" = 1 ] || fail 'the recipe has no probe'
begin
await /healthz 200
ready=$(answers /readyz)
[ "$ready" = 503 ] || [ "$ready" = 200 ] || fail "/readyz says $ready while it warms up"
await /readyz 200
[ "$(curl -s -o /dev/null -w '%{http_code}' "$address/engines")" = 401 ] || fail 'it lets in callers without the token'

step 'start'
ask short 0.5 128
has_ended short || fail 'a shot does not come to its end'
curl -fsS "$address/metrics" | grep -q '^sora_worker_job_duration_seconds_count' || fail 'it tells no numbers'
# Killed in the middle of a shot: the next one sweeps what lies about and goes on with it.
ask killed 4 512
for _ in $(seq 100); do ls "$work"/data/work/* >/dev/null 2>&1 && break; sleep 0.1; done
kill -9 "$pid"; wait "$pid" 2>/dev/null || true
left=$(ls "$work/data/work" | wc -l)
begin
await /readyz 200
has_ended killed || fail 'a shot does not survive a kill'
[ "$(ls "$work/data/work" | wc -l)" = 0 ] || fail "what a kill left is not swept ($left folders)"
# Told to end while a shot runs: no longer ready, and gone in good order within the grace.
ask long 30 512
sleep 1
kill -TERM "$pid"
for _ in $(seq 50); do [ "$(answers /readyz || true)" = 503 ] && drained=1 && break; sleep 0.1; done
[ -n "${drained:-}" ] || fail 'it is ready while it drains'
began=$(date +%s)
wait "$pid" && code=0 || code=$?
[ "$code" = 0 ] || fail "it ends with code $code"
[ $(($(date +%s) - began)) -le 16 ] || fail 'it takes longer than its grace'
pid=
echo 'all steps hold'
