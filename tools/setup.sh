#!/usr/bin/env bash
# Get a Debian machine ready to run Frontdesk (setup.sh run) or to test it (setup.sh test).
# Done twice it does nothing the second time. Says in a sentence what it could not do, and goes on where it can.
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1:-run}
packages=(
  python3-venv ca-certificates
  libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
  libcups2
)
case $mode in
  run) ;;
  test) packages+=(xvfb xauth poppler-utils qpdf postgresql) ;;
  *) echo "usage: tools/setup.sh run|test" >&2; exit 2 ;;
esac

say() { echo "setup: $*"; }

# Newer Debian releases give some libraries a name that ends in t64.
installed() {
  case $(dpkg-query -W -f '<${db:Status-Status}>' "$1" "$1t64" 2>/dev/null) in
    *"<installed>"*) return 0 ;;
    *) return 1 ;;
  esac
}

missing=()
find_missing() {
  missing=()
  local name
  for name in "${packages[@]}"; do
    installed "$name" || missing+=("$name")
  done
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
    [ -t 0 ] || as_root+=(-n)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  say "installing system packages: ${missing[*]}"
  "${as_root[@]}" apt-get -qq update || say "the list of packages could not be renewed; trying with the old one"
  "${as_root[@]}" apt-get -qq -y install --no-install-recommends "${missing[@]}" >/dev/null
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  find_missing
  if [ ${#missing[@]} -gt 0 ]; then
    install_packages || true
    find_missing
    if [ ${#missing[@]} -gt 0 ]; then
      say "these system packages are missing and could not be installed from here: ${missing[*]}"
      say "someone who administers this machine can do it: apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
else
  say "this is no Debian; Frontdesk needs what Debian calls: ${packages[*]}"
fi

# The system's own Python is preferred: a private one may lack what the system's libraries expect.
find_python() {
  local candidate
  for candidate in /usr/bin/python3 python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

if ! .venv/bin/python -c '' 2>/dev/null; then
  python=$(find_python) || {
    say "no Python 3.11 or newer with its venv module was found; on Debian it comes with: python3 python3-venv"
    exit 1
  }
  say "making .venv with $python"
  "$python" -m venv --clear .venv
fi

stamp=.venv/installed.sha256
lock=$(sha256sum requirements.lock)
if [ "$(cat "$stamp" 2>/dev/null)" != "$lock" ]; then
  say "installing Python packages (some 300 MB the first time)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
    --timeout 60 --retries 5 -r requirements.lock || {
    say "the Python packages could not be installed; is this machine allowed to reach the Python package index?"
    exit 1
  }
  echo "$lock" >"$stamp"
fi

.venv/bin/python -m tools.catalogs compile
