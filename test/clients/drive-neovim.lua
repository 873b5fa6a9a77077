-- Run by editors.test.ts: opens a report in Neovim, and writes down what it shows of it.
local report, action, result = vim.env.REPORT, vim.env.ACTION, vim.env.RESULT

package.path = vim.env.HOW_TO .. '/?.lua;' .. package.path
require('safe-together-lint').setup({
  command = { vim.env.NODE, vim.env.COMMAND, 'lsp', '--stdio' },
  settings = { showInfo = true },
})
vim.cmd('filetype on')
vim.cmd('edit ' .. vim.fn.fnameescape(report))

local function wait(what, is)
  if not vim.wait(30000, is, 20) then
    error('Waited in vain for ' .. what .. ': ' .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function places()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local words = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(found, { one.code or one.user_data.lsp.code, table.concat(words, '\n') })
  end
  return found
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function drive()
  wait('places', function()
    return #vim.diagnostic.get(0) > 0
  end)
  local seen = { before = places(), titles = {} }

  local words = vim.env.WORDS
  vim.fn.search('\\V' .. words, 'cw')
  vim.lsp.buf.hover()
  wait('what is said of a place', floating)
  local said = vim.api.nvim_win_get_buf(floating())
  seen.hover = table.concat(vim.api.nvim_buf_get_lines(said, 0, -1, false), '\n')
  vim.api.nvim_win_close(floating(), true)

  -- What a person would choose from the list.
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      table.insert(seen.titles, item[2].title)
      if item[2].title == action then
        choose(item)
      end
    end
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait('the text to change', function()
    return text() ~= before
  end)
  wait('the place to go', function()
    return #vim.diagnostic.get(0) < #seen.before
  end)
  seen.after, seen.text = places(), text()

  vim.fn.writefile({ vim.fn.json_encode(seen) }, result)
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  vim.cmd('qa!')
end

local is_done, problem = pcall(drive)
if not is_done then
  io.stderr:write(problem .. '\n')
  vim.cmd('cquit')
end
