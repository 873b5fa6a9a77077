#!/usr/bin/env bash
# Installs from Debian the programs that the client tests drive, and says which versions they are.
set -euo pipefail

packages=(
  libreoffice-writer # opens, converts and saves what annotate writes
  python3-uno        # accepts and rejects tracked changes in it
  pandoc             # a second opinion on the text of a document
  libxml2-utils      # xmllint
  poppler-utils      # pdftotext, pdftoppm
  chromium           # the printable sheet
  xvfb xdotool imagemagick # pictures of a window
  zsh fish           # complete the command, as bash does
  pre-commit         # drives the hook
  shellcheck         # the scripts of action.yml and of the template for GitLab
  neovim emacs-nox elpa-eglot elpa-markdown-mode # editors, with the language server
  xterm              # a picture of the first
  rsync              # which gitlab-ci-local copies with
  fonts-liberation fonts-dejavu
)

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

for package in "${packages[@]}"; do
  dpkg-query --show --showformat='${Package} ${Version}\n' "$package"
done
