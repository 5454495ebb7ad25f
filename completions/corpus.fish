# SPDX-License-Identifier: MIT
# Completion of `corpus` in fish. It asks the program, and holds no names of its own.
# Installed in share/fish/vendor_completions.d; or: source corpus.fish

function __corpus_complete
    set -l words (commandline -opc)
    set -l current "$(commandline -ct)"
    # Of `--name=value` the program completes the value; fish wants the whole word.
    set -l name (string match -r -- '^--[^=]+=' $current)
    set -l value (string replace -r -- '^--[^=]+=' '' $current)
    for line in ($words[1] __complete $words[2..-1] $current 2>/dev/null)
        switch $line
            case :file
                printf '%s\n' "$name"(__fish_complete_path "$value")
            case :directory
                printf '%s\n' "$name"(__fish_complete_directories "$value")
            case '*'
                printf '%s\n' "$name$line"
        end
    end
end

complete -c corpus -f -a '(__corpus_complete)'
