# Prints what zsh would offer at the end of a command line: complete.zsh <script> <folder> <line>
zmodload zsh/zpty
mark=$'\x01'
read -r -d '' setup <<'END'
PROMPT=
autoload -Uz compinit
compinit -u -D
bindkey '^I' complete-word
mark() { print -rn -- $'\x01' }
compprefuncs=(mark)
comppostfuncs=(mark exit)
# Each match on a line of its own, in place of a menu.
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return $?
  fi
  local -a matches
  builtin compadd -A matches "$@"
  local match
  for match in $matches; do print -r -- $match; done
}
END
zpty z zsh -f -i
{
  zpty -w z "$setup"
  zpty -w z "source ${(q)1}; cd ${(q)2}"
  zpty -w -n z "$3"$'\t'
  zpty -r z output "*$mark*$mark"
} always { zpty -d z }
output=${output%$mark}
print -r -- ${output##*$mark}
