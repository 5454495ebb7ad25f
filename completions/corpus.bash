# SPDX-License-Identifier: MIT
# Completion of `corpus` in bash. It asks the program, and holds no names of its own.
# Installed as share/bash-completion/completions/corpus; or: source corpus.bash

_corpus() {
  local -a words=()
  local i word line
  # Bash splits words at `=`: here `--name`, `=` and `value` are put together again, up to the cursor.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]})) && [[ ${words[-1]} == --* ]] && [[ $word == '=' || ${words[-1]} == *= ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  local current=${COMP_WORDS[COMP_CWORD]}
  [[ $current == '=' ]] && current=

  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :file) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current") && compopt -o filenames ;;
      :directory) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current") && compopt -o filenames ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("$1" __complete "${words[@]}" 2> /dev/null)
}

complete -F _corpus corpus
