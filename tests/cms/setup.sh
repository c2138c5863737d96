#!/bin/sh
# Installs what tests/cms/run.py needs, from Debian: WordPress with its translations, PHP and MariaDB.
# No service is started or enabled; run.py starts its own private database and stops it again.
set -eu

wanted="wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree php-cli php-mysql php-gd mariadb-server"

missing=""
for package in $wanted; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "Paket belum terpasang:$missing. Jalankan sebagai root: apt-get install$missing" >&2
  exit 1
fi

apt-get update -qq
# RUNLEVEL=1 keeps the packages' scripts from starting their services.
# shellcheck disable=SC2086
RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
