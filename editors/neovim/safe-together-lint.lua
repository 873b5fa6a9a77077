-- Starts the language check for Markdown, plain text and web pages. For Neovim 0.7 and later.
local check = {}

-- The command, as a list; another place: {'node', '/where/it/is/bin/safe-together-lint.js', 'lsp', '--stdio'}
check.command = { 'safe-together-lint', 'lsp', '--stdio' }

-- As in docs/editors.md: { showInfo = true, profile = 'cafcass-cymru', ... }
check.settings = {}

-- Neovim's names for the kinds of text, and the protocol's.
local languages = { markdown = 'markdown', text = 'plaintext', html = 'html' }

local started = {}

-- One check for all texts of a folder: the one with the configuration, or else that of the text.
local function folder_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  for _, ending in ipairs({ 'yml', 'yaml', 'json' }) do
    local found = vim.fn.findfile('safe-together-lint.config.' .. ending, folder .. ';')
    if found ~= '' then
      return vim.fn.fnamemodify(found, ':p:h')
    end
  end
  return folder
end

-- Attaches the check to a buffer, which is 0 for the present one.
function check.start(buffer)
  local folder = folder_of(buffer)
  local id = started[folder]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client({
      name = 'safe-together-lint',
      cmd = check.command,
      root_dir = folder,
      -- Said at the start, since Neovim 0.7 is not asked, and for later ones, which are.
      init_options = { safeTogetherLint = check.settings },
      settings = { safeTogetherLint = check.settings },
      get_language_id = function(_, kind)
        return languages[kind] or kind
      end,
    })
    started[folder] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

-- Call this once, from init.lua.
function check.setup(options)
  options = options or {}
  check.command = options.command or check.command
  check.settings = options.settings or check.settings
  vim.api.nvim_create_autocmd('FileType', {
    pattern = vim.tbl_keys(languages),
    callback = function(event)
      check.start(event.buf)
    end,
  })
end

return check
