#!/bin/sh
# Prints the settings of a new server for the name in its address, with keys made by chance: sh new-env.sh DOMAIN > .env
set -eu
domain=${1:?Say under which name the server is reached: sh new-env.sh call.example.org > .env}
key() { openssl rand -base64 "$1" | tr -d '\n'; }
cat <<SETTINGS
# Kept apart from the database's backups: whoever has both reads the numbers in them.
DOMAIN=$domain
PUBLIC_BASE_URL=https://$domain
DATABASE_PASSWORD=$(openssl rand -hex 24)
SECRET_KEY=$(key 48)
PASSWORD_SALT=$(key 24)
PHONE_ENCRYPTION_KEYS=$(key 32)
PHONE_HASH_KEY=$(key 32)
METRICS_TOKEN=$(openssl rand -hex 24)
SETTINGS
