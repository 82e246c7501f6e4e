#!/usr/bin/env bash
# Core seconds of PostgreSQL for a statement: what StageProgress does for one per cent of progress, by eight connections for 15 s,
# on a server of its own. Needs the Debian package postgresql, which "./sora test" installs. Run it as any user but root, or as root
# through: su postgres -s /bin/bash -c tests/Benchmarks/Scale/postgres.sh
set -euo pipefail

bin=$(compgen -G '/usr/lib/postgresql/*/bin' | tail -1)
folder=$(mktemp -d)
export PGHOST=$folder PGPORT=54999 PGDATABASE=postgres
"$bin/initdb" -D "$folder/data" -A trust >/dev/null
"$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $PGPORT -k $folder -c listen_addresses='' -c shared_buffers=512MB" start >/dev/null
trap '"$bin/pg_ctl" -D "$folder/data" -m fast stop >/dev/null; rm -rf "$folder"' EXIT

"$bin/psql" -q <<'SQL'
create table videos (id text primary key, status int, progress int, request text);
create table parts (video text, part text, weight float8, done float8, primary key (video, part));
insert into videos select 'video_' || i, 0, 0, repeat('x', 320) from generate_series(1, 50000) i;
insert into parts select 'video_' || (i / 6 + 1), 'Render web ' || i % 6, 0.2, 0 from generate_series(0, 299999) i;
vacuum analyze;
SQL
cat >"$folder/progress.sql" <<'SQL'
\set v random(1, 50000)
\set p random(0, 5)
update parts set done = 0.5 where video = 'video_' || :v and part = 'Render web ' || :p;
select sum(weight * done) from parts where video = 'video_' || :v;
update videos set progress = :p where id = 'video_' || :v and status < 3;
SQL

# Time of the server and of the connections that have ended, in hundredths of a second (fields 14 to 17 of proc(5) stat).
server=$(head -1 "$folder/data/postmaster.pid")
ticks() { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$server/stat"; }
before=$(ticks)
transactions=$("$bin/pgbench" -n -M extended -f "$folder/progress.sql" -c 8 -j 2 -T 15 | awk '/actually processed/ { print $NF }')
sleep 1
awk -v ticks=$(($(ticks) - before)) -v n="$transactions" \
  'BEGIN { printf "%d statements, %.3f core milliseconds each\n", 3 * n, 10 * ticks / (3 * n) }'
