#!/usr/bin/env bash
# Takes docs/images/neovim.png: a report in Neovim, in a terminal. Run it after scripts/install-clients.sh and npm run build.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
display=:96
cleanup() {
  if [ -n "${terminal:-}" ]; then kill "$terminal" 2> /dev/null || true; fi
  if [ -n "${screen:-}" ]; then kill "$screen" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

cp fixtures/safeguarding-letter/report.md fixtures/safeguarding-letter/report.context.yml "$work/"
cat > "$work/init.lua" <<'LUA'
package.path = vim.env.PROJECT .. '/editors/neovim/?.lua;' .. package.path
local command = { 'node', vim.env.PROJECT .. '/bin/safe-together-lint.js', 'lsp', '--stdio' }
require('safe-together-lint').setup({ command = command })
vim.opt.termguicolors = true
vim.opt.background = 'light'
vim.opt.linebreak = true
vim.opt.showmode = false
vim.opt.signcolumn = 'yes'
vim.opt.fillchars = { eob = ' ' }
vim.diagnostic.config({ virtual_text = false })
vim.cmd([[
  highlight Normal guibg=#fbf9f4 guifg=#222222
  highlight SignColumn guibg=#fbf9f4
  highlight NormalFloat guibg=#ece6d8 guifg=#222222
  highlight Title guifg=#33475b gui=bold
  highlight markdownListMarker guifg=#222222
  highlight markdownOrderedListMarker guifg=#222222 gui=NONE
  highlight QuickFixLine guibg=#ece6d8
  highlight Error guifg=#a3261c guibg=NONE
  highlight Directory guifg=#33475b
  highlight LineNr guifg=#666666
  highlight StatusLine guifg=#33475b guibg=#ffffff
  highlight StatusLineNC guifg=#8b98a5 guibg=#ffffff
  highlight DiagnosticHint guifg=#3f6a8a
  highlight DiagnosticUnderlineHint gui=underline guifg=#3f6a8a
  highlight DiagnosticError guifg=#a3261c
  highlight DiagnosticWarn guifg=#9a5b00
  highlight DiagnosticUnderlineError gui=underline guifg=#a3261c
  highlight DiagnosticUnderlineWarn gui=underline guifg=#9a5b00
]])
-- When the places are there, list them, go to one of them, and show what is said of it.
local function show()
  if #vim.diagnostic.get(0) == 0 then
    return vim.defer_fn(show, 200)
  end
  vim.diagnostic.setloclist()
  vim.cmd('resize 9 | wincmd p')
  vim.fn.search('## The children')
  vim.cmd('normal! zt')
  vim.fn.search(vim.env.WORDS)
  -- A moment later, since moving closes it.
  vim.defer_fn(function()
    vim.diagnostic.open_float({ scope = 'cursor', header = '', prefix = '' })
  end, 500)
end
vim.defer_fn(show, 500)
LUA

Xvfb "$display" -screen 0 1200x800x24 -nolisten tcp > /dev/null 2>&1 &
screen=$!
export DISPLAY=$display LC_ALL=C.UTF-8 PROJECT=$PWD WORDS=${WORDS:-bitter dispute}
sleep 1
(cd "$work" && exec xterm -fa 'DejaVu Sans Mono' -fs 11 -geometry 130x40+0+0 -b 6 -bg '#fbf9f4' -fg '#222222' -e nvim -i NONE -u init.lua report.md) &
terminal=$!

sleep "${SECONDS_TO_WAIT:-12}"
mkdir -p docs/images
import -window root "$work/screen.png"
convert "$work/screen.png" -trim +repage -colors 64 -strip "png8:docs/images/neovim.png"
ls -l docs/images/neovim.png
