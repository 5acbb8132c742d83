#!/bin/sh
# Make sure of a Chromium for the tests that drive the app, if there are any.
# Usage: tests/install-browser.sh PYTHON
set -eu
python=$1
here=$(dirname "$0")

grep -rqs --include='*.py' 'mark\.browser' "$here" || exit 0

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo 'Installing Chromium with apt-get, for the browser tests'
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; then
        exit 0
    fi
fi

echo 'Installing Chromium with Playwright, for the browser tests'
"$python" -m playwright install chromium && exit 0

echo 'FR : aucun Chromium. Installez-le (Debian, Ubuntu : sudo apt install chromium), ou testez sans : .venv/bin/pytest -m "not browser".' >&2
echo 'EN: no Chromium. Install it (Debian, Ubuntu: sudo apt install chromium), or test without: .venv/bin/pytest -m "not browser".' >&2
exit 2
