#!/usr/bin/env bash
# Takes docs/images/writer.png: an annotated report in LibreOffice Writer's window. Run it after scripts/install-clients.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
display=:97
cleanup() {
  if [ -n "${office:-}" ]; then kill "$office" 2> /dev/null || true; fi
  if [ -n "${screen:-}" ]; then kill "$screen" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

cp fixtures/section-7/report.docx fixtures/section-7/report.context.yml "$work/"
(cd "$work" && SOURCE_DATE_EPOCH=1767225600 node "$OLDPWD/bin/safe-together-lint.js" annotate report.docx)

Xvfb "$display" -screen 0 1500x1000x24 -nolisten tcp > /dev/null 2>&1 &
screen=$!
export DISPLAY=$display SAL_USE_VCLPLUGIN=gen LC_ALL=C.UTF-8
sleep 1
timeout 120 soffice --norestore --nologo "-env:UserInstallation=file://$work/profile" --writer "$work/report.reviewed.docx" > /dev/null 2>&1 &
office=$!

# Wait for the window, fill the screen, leave the first-run bar, and go to where the comments are.
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'report.reviewed' | head -n 1)
xdotool windowsize "$window" 1500 1000 windowmove "$window" 0 0
sleep 6
xdotool windowfocus "$window" || true
xdotool key --window "$window" ctrl+Home
for _ in $(seq "${PAGES_DOWN:-2}"); do xdotool key --window "$window" Page_Down; sleep 0.5; done
sleep 3
mkdir -p docs/images
import -window root "$work/screen.png"
convert "$work/screen.png" -colors 64 -strip "png8:docs/images/writer.png"
ls -l docs/images/writer.png
