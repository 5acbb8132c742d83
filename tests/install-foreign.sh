#!/bin/sh
# Make sure of a Virtuoso and of roqet, for the tests that speak to programs of others.
# Usage: tests/install-foreign.sh
set -eu

missing() { ! command -v "$1" >/dev/null 2>&1; }

packages=
if missing virtuoso-t; then packages="$packages virtuoso-opensource-7-bin"; fi
if missing roqet; then packages="$packages rasqal-utils"; fi
if missing curl; then packages="$packages curl"; fi
[ -n "$packages" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing with apt-get, for the tests:$packages"
    # shellcheck disable=SC2086 # several words are several packages
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages; then
        exit 0
    fi
fi

echo "FR : il manque pour les tests :$packages. Installez-les (Debian, Ubuntu : sudo apt install$packages), ou testez sans : .venv/bin/pytest -m 'not foreign'." >&2
echo "EN: the tests lack:$packages. Install them (Debian, Ubuntu: sudo apt install$packages), or test without: .venv/bin/pytest -m 'not foreign'." >&2
exit 2
