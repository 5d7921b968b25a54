#!/bin/sh
# Makes a Debian server (12 or 13) ready for a centre, from nothing: packages, a user, folders, PostgreSQL, nginx, units. Run it as root
# from a checkout; run again, it changes what differs and leaves the rest, secrets and certificates above all.
#
#   config/debian/set-up.sh --host school.example [--admin-host admin.school.example] [--name lumino] [--first-port 1337] \
#     [--processes 2]
#
# A second centre on the same server, such as one for tests, has another name, host and first port. What it does not do: certificates
# (see config/nginx/lumino.conf), a firewall, and a mail server (SMTP_HOST in .env).
set -eu

NAME=lumino HOST='' ADMIN_HOST='' FIRST_PORT=1337 PROCESSES=1
while [ $# -gt 0 ]; do
  case $1 in
    --host) HOST=$2; shift 2 ;;
    --admin-host) ADMIN_HOST=$2; shift 2 ;;
    --name) NAME=$2; shift 2 ;;
    --first-port) FIRST_PORT=$2; shift 2 ;;
    --processes) PROCESSES=$2; shift 2 ;;
    *) echo "There is no option $1; see the beginning of $0." >&2; exit 2 ;;
  esac
done
say() { printf '%s\n' "$*"; }
fail() { printf '✗ %s\n' "$*" >&2; exit 1; }
[ -n "$HOST" ] || fail "Say what the site is called: --host school.example"
echo "$NAME" | grep -Eqx '[a-z][a-z0-9]{0,30}' || fail "A name has small letters and digits: --name $NAME"
for one in "$HOST" ${ADMIN_HOST:+"$ADMIN_HOST"}; do
  echo "$one" | grep -Eqx '[a-z0-9]([a-z0-9.-]*[a-z0-9])?' || fail "This is no name of a host: $one"
done
[ "$(id -u)" = 0 ] || fail "This sets up a whole server: run it as root."
SOURCE=$(cd "$(dirname "$0")/../.." && pwd)
HOME_DIR=/srv/$NAME
ETC=/etc/$NAME
hasSystemd() { [ -d /run/systemd/system ]; }

# Runs what says much when all is well; where it is not, its last lines are shown.
quietly() {
  what=$1; shift
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then rm "$log"; return; fi
  tail -n 20 "$log" >&2
  rm "$log"
  fail "$what. What it said stands above; see to that, and run this again."
}

# Writes standard input to a file, and says so, unless that is what it has. Ends well where it was changed.
put() {
  umask 022
  cat > "$1.new"
  if cmp -s "$1.new" "$1"; then rm "$1.new"; return 1; fi
  chmod "${2:-644}" "$1.new"
  mv "$1.new" "$1"
  say "✓ $1"
}

# --- Packages ----------------------------------------------------------------
WANTED='nginx-light postgresql postgresql-client openssl git sudo ca-certificates npm'
MISSING=''
for package in $WANTED; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || MISSING="$MISSING $package"
done
if [ -n "$MISSING" ]; then
  quietly "apt-get could not read the lists of packages" apt-get update -q
  # shellcheck disable=SC2086
  quietly "apt-get could not install$MISSING" \
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $MISSING
  say "✓ Packages:$MISSING"
fi
# The Node that Lumino is tested with; Debian's own serves to fetch it.
NODE_VERSION=$(sed -n 's/^ *"node": "\([0-9.]*\)",*$/\1/p' "$SOURCE/package.json")
NODE_DIR=/opt/lumino-node
if [ "$("$NODE_DIR/bin/node" --version 2>/dev/null)" != "v$NODE_VERSION" ]; then
  say "  Fetching Node $NODE_VERSION …"
  quietly "npm could not fetch Node $NODE_VERSION" \
    npm install --no-audit --no-fund --prefix "$NODE_DIR" "node@$NODE_VERSION" npm@11
  mkdir -p "$NODE_DIR/bin"
  ln -sfn ../node_modules/node/bin/node "$NODE_DIR/bin/node"
  ln -sfn ../node_modules/npm/bin/npm-cli.js "$NODE_DIR/bin/npm"
  ln -sfn ../node_modules/npm/bin/npx-cli.js "$NODE_DIR/bin/npx"
  say "✓ Node $NODE_VERSION in $NODE_DIR"
fi

# --- A user and folders ------------------------------------------------------
if ! getent passwd "$NAME" >/dev/null; then
  useradd --system --home-dir "$HOME_DIR" --shell /bin/bash "$NAME"
  say "✓ User $NAME"
fi
# nginx reads assets and upstreams below shared/, Prometheus where processes listen, and neither anything else there: what is private has its own mode.
install -d -o "$NAME" -g "$NAME" -m 755 "$HOME_DIR" "$HOME_DIR/releases" "$HOME_DIR/slots" "$HOME_DIR/shared" \
  "$HOME_DIR/shared/nginx" "$HOME_DIR/shared/assets" "$HOME_DIR/shared/prometheus"
install -d -o "$NAME" -g "$NAME" -m 700 "$HOME_DIR/shared/data" "$HOME_DIR/shared/certificates" "$HOME_DIR/shared/backups" \
  "$HOME_DIR/shared/public" "$HOME_DIR/shared/public/uploads"
install -d -m 755 "$ETC" "$ETC/nginx" /var/www/"$NAME"-acme /var/cache/nginx
install -d -m 700 "$ETC/tls"

# --- PostgreSQL --------------------------------------------------------------
if ! hasSystemd; then service postgresql start >/dev/null 2>&1 || true; fi
tries=0
until su postgres -c 'psql -qAtc "select 1"' >/dev/null 2>&1; do
  tries=$((tries + 1)); [ "$tries" -lt 30 ] || fail "PostgreSQL does not answer."
  sleep 1
done
sql() { su postgres -c 'psql -qAt -v ON_ERROR_STOP=1' ; }
PASSWORD=''
if [ "$(echo "select 1 from pg_roles where rolname = '$NAME'" | sql)" != 1 ]; then
  PASSWORD=$(openssl rand -hex 24)
  echo "create role \"$NAME\" login password '$PASSWORD'" | sql
  say "✓ PostgreSQL: role $NAME"
fi
# The trial of a backup restores it into a database of its own.
if [ "$(echo "select rolcreatedb from pg_roles where rolname = '$NAME'" | sql)" != t ]; then
  echo "alter role \"$NAME\" createdb" | sql
  say "✓ PostgreSQL: role $NAME may create databases"
fi
if [ "$(echo "select 1 from pg_database where datname = '$NAME'" | sql)" != 1 ]; then
  echo "create database \"$NAME\" owner \"$NAME\"" | sql
  say "✓ PostgreSQL: database $NAME"
fi
# Misspelt words are found with it.
echo "create extension if not exists pg_trgm" | su postgres -c "psql -q -d '$NAME'" >/dev/null 2>&1 || true

# --- Settings ----------------------------------------------------------------
ENV=$HOME_DIR/shared/.env
if [ ! -f "$ENV" ]; then
  [ -n "$PASSWORD" ] || {
    PASSWORD=$(openssl rand -hex 24)
    echo "alter role \"$NAME\" password '$PASSWORD'" | sql
  }
  umask 077
  {
    while IFS= read -r line; do
      case $line in
        # Of a form of its own: Lumino makes it when it first runs.
        'BACKUP_KEY=<random>') ;;
        *'=<random>') echo "${line%<random>}$(openssl rand -hex 32)" ;;
        *) echo "$line" ;;
      esac
    done < "$SOURCE/.env.example"
    cat <<SETTINGS

# --- This server -------------------------------------------------------------
CMS_PORT=$FIRST_PORT
SITE_PORT=$((FIRST_PORT + 20))
MONITORING_PORT=$((FIRST_PORT + 40))
WORKER_MONITORING_PORT=$((FIRST_PORT + 60))
DEPLOY_FRONT=http://127.0.0.1:$((FIRST_PORT + 80))
DEPLOY_PROCESSES=$PROCESSES
SITE_URL=https://$HOST
CMS_PUBLIC_URL=https://${ADMIN_HOST:-admin.$HOST}
PROXY_HOPS=1
DATABASE_URL=postgres://$NAME:$PASSWORD@127.0.0.1:5432/$NAME
PUBLIC_DIR=$HOME_DIR/shared/public
CERTIFICATES_DIR=$HOME_DIR/shared/certificates
BACKUP_DIR=$HOME_DIR/shared/backups
SETTINGS
  } > "$ENV.new"
  # More than one key: the first signs, all are accepted.
  sed -i "s/^APP_KEYS=\(.*\)$/APP_KEYS=\1,$(openssl rand -hex 32)/" "$ENV.new"
  chown "$NAME:$NAME" "$ENV.new"
  mv "$ENV.new" "$ENV"
  umask 022
  say "✓ $ENV with secrets of its own: set SMTP_HOST and MAIL_FROM there"
fi

# --- Units -------------------------------------------------------------------
rename() { sed -e "s/lumino\.example/$HOST/g" -e "s/lumino/$NAME/g" -e "s/127\.0\.0\.1:8090/127.0.0.1:$((FIRST_PORT + 80))/" "$1"; }
CHANGED=''
for file in "$SOURCE"/config/systemd/lumino*; do
  target=/etc/systemd/system/$(basename "$file" | sed "s/lumino/$NAME/")
  if rename "$file" | put "$target"; then CHANGED=yes; fi
done
if hasSystemd && [ -n "$CHANGED" ]; then
  systemctl daemon-reload
  systemctl enable -q "$NAME.target"
fi
if hasSystemd; then systemctl enable -q --now "$NAME-backup.timer" "$NAME-drill.timer"; fi
# deploy runs as the centre's own user, and may start and stop what is the centre's.
{
  echo "$NAME ALL=(root) NOPASSWD: /usr/bin/systemctl ^(start|stop|enable|disable)( $NAME-(cms|site|worker)@(blue|green)-[1-9]\\.service)+\$"
  echo "$NAME ALL=(root) NOPASSWD: /usr/sbin/nginx -t -q, /usr/bin/systemctl reload nginx"
} | put "/etc/sudoers.d/$NAME" 440 || true
visudo -cqf "/etc/sudoers.d/$NAME" || fail "sudo does not understand /etc/sudoers.d/$NAME"

# --- nginx -------------------------------------------------------------------
for file in "$SOURCE"/config/nginx/*.conf "$SOURCE"/config/nginx/away.html; do
  case $(basename "$file") in
    lumino.conf) rename "$file" | put "/etc/nginx/conf.d/$NAME.conf" || true ;;
    # Read after the other one: nginx takes them by name.
    lumino-admin.conf)
      if [ -n "$ADMIN_HOST" ]; then
        sed -e "s/admin\.lumino\.example/$ADMIN_HOST/g" "$file" | rename /dev/stdin |
          put "/etc/nginx/conf.d/${NAME}_admin.conf" || true
      else rm -f "/etc/nginx/conf.d/${NAME}_admin.conf"; fi ;;
    default.conf) put /etc/nginx/conf.d/00-default-host.conf < "$file" || true ;;
    *) rename "$file" | put "$ETC/nginx/$(basename "$file")" || true ;;
  esac
done
[ -f "$ETC/nginx/admin-access.conf" ] || : > "$ETC/nginx/admin-access.conf"
# Debian's own host would answer in place of ours.
rm -f /etc/nginx/sites-enabled/default
if [ ! -f "$ETC/tls/fullchain.pem" ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$HOST" -addext "subjectAltName=DNS:$HOST${ADMIN_HOST:+,DNS:$ADMIN_HOST}" \
    -keyout "$ETC/tls/privkey.pem" -out "$ETC/tls/fullchain.pem" 2>/dev/null
  say "✓ A certificate that nobody trusts, for thirty days: get a real one (config/nginx/lumino.conf)"
fi
if [ ! -f "$HOME_DIR/shared/nginx/upstreams.conf" ]; then
  # Until the first release nobody listens.
  printf 'upstream %s_site {\n    server 127.0.0.1:1;\n}\nupstream %s_cms {\n    server 127.0.0.1:1;\n}\nmap $host $%s_serving {\n    default none;\n}\n' \
    "$NAME" "$NAME" "$NAME" > "$HOME_DIR/shared/nginx/upstreams.conf"
  chown "$NAME:$NAME" "$HOME_DIR/shared/nginx/upstreams.conf"
fi
nginx -t -q || fail "nginx does not understand its configuration."
if hasSystemd; then systemctl enable -q --now nginx && systemctl reload nginx; fi

say "✓ This server is ready for $NAME. The first release, as that user, from a checkout of its own:
    su - $NAME
    git clone <repository> checkout && cd checkout
    PATH=$NODE_DIR/bin:\$PATH npm run deploy -- --home $HOME_DIR"
