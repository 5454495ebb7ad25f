# What every subcommand shares: the overview, the help, mistakes on the command line, exit statuses.

# Alone, the program shows what it can do.
$ corpus
corpus: how often, where, next to what. A toolkit for text corpora.

Usage: corpus COMMAND [OPTION...] [INPUT...]

Looking:
...
Counting:
...
'corpus help COMMAND' explains a command, and 'man corpus' the whole;
'corpus --version' names the versions a result depends on.

# Asking for it changes nothing.
$ corpus > alone; corpus help > help; corpus --help > option; corpus -h > short
$ cmp alone help && cmp alone option && cmp alone short

# A command's help is one page, however it is asked for.
$ for command in $(corpus __complete '' | cut -f 1 | grep -v '^help$'); do
>   corpus help $command > one && corpus $command --help > two && corpus $command nosuch -h > three &&
>   cmp one two && cmp one three || echo "$command differs"
> done

# The versions that a result depends on.
$ corpus --version | sed -E 's/ICU [0-9.]+/ICU (of the system)/'
corpus 0.1.0
tokenizer word@1, Unicode 15.0.0, ICU (of the system)
MIT licence; there is no warranty.

# A slip of the fingers is named together with what was probably meant.
$ corpus ferq
corpus: unknown command ferq (did you mean freq?)
Try 'corpus --help'.
[2]
$ corpus help tokesn
corpus: unknown command tokesn (did you mean tokens?)
Try 'corpus --help'.
[2]
$ corpus xylophone
corpus: unknown command xylophone
Try 'corpus --help'.
[2]
$ corpus --verzion
corpus: unknown option --verzion (did you mean --version?)
Try 'corpus --help'.
[2]
$ corpus freq --topp 10
corpus: freq: unknown option --topp (did you mean --top?)
Try 'corpus freq --help'.
[2]
$ corpus freq --topp=10
corpus: freq: unknown option --topp (did you mean --top?)
Try 'corpus freq --help'.
[2]

# A value that is missing or wrong: the option, the value, what would be right.
$ corpus freq --top
corpus: freq: --top needs a value: N
Try 'corpus freq --help'.
[2]
$ corpus freq --top --no-header
corpus: freq: --top needs a value: N
Try 'corpus freq --help'.
[2]
$ corpus freq --top ten
corpus: freq: --top: 'ten' is not a whole number
Try 'corpus freq --help'.
[2]
$ corpus freq --top=
corpus: freq: --top: '' is not a whole number
Try 'corpus freq --help'.
[2]
$ corpus freq --top 18446744073709551616
corpus: freq: --top: '18446744073709551616' is not a whole number
Try 'corpus freq --help'.
[2]
$ corpus freq --sort tpye
corpus: freq: --sort: 'tpye' is not one of freq, type, range, reverse (did you mean type?)
Try 'corpus freq --help'.
[2]
$ corpus freq --no-header=yes
corpus: freq: --no-header takes no value
Try 'corpus freq --help'.
[2]

# Of an option that is repeated, the last one holds. Options may follow operands; after -- there are none.
$ printf 'b a b\n' > ab.txt
$ corpus freq --top 1 --top 2 ab.txt --no-header | cut -f 1
b
a
$ cp ab.txt ./--top
$ corpus freq --no-header -- --top | cut -f 1
b
a

# A name is a name, whatever is in it.
$ cp ab.txt '[a,b]'; cp ab.txt '{}'
$ corpus tokens --no-header '[a,b]' '{}' | wc -l
6

# Help goes to standard output and mistakes go to standard error.
$ corpus freq --topp 2> /dev/null
[2]
$ corpus help freq 2>&1 > /dev/null

# What is written is checked to the end; a reader that leaves is no failure.
$ corpus help freq > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus help freq >&-
corpus: standard output: cannot write: it is closed
[2]
$ set -o pipefail; corpus help freq | true

# A control character in a name is shown, not sent.
$ corpus "$(printf 'fr\033[31meq')"
corpus: unknown command fr\x1b[31meq
Try 'corpus --help'.
[2]
