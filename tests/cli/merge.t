# corpus merge: adds counts files of disjoint documents.

$ for file in 01-keeper 02-engineer 03-annals 04-visitor; do
>   corpus freq --format counts examples/station/$file.txt > $file.counts
> done
$ corpus freq --format counts examples/station > whole.counts

# The sum is byte for byte what one run over all of the documents prints, in any order and in any grouping.
$ corpus merge 0*.counts | cmp - whole.counts && echo the same
the same
$ corpus merge 04*.counts 02*.counts 01*.counts 03*.counts | cmp - whole.counts && echo the same
the same
$ corpus merge 01*.counts 02*.counts > left.counts; corpus merge 03*.counts 04*.counts |
> corpus merge left.counts - | cmp - whole.counts && echo the same
the same

# One list is its own sum.
$ corpus merge whole.counts | cmp - whole.counts && echo the same
the same

# Lists of other words, and lists that were cut, have no sum.
$ corpus freq --case keep --format counts examples/station/01-keeper.txt > cased.counts
$ corpus merge 02-engineer.counts cased.counts
...
[2]
$ corpus freq --min-freq 2 --format counts examples/station/01-keeper.txt > cut.counts
$ corpus merge 02-engineer.counts cut.counts
...
[2]

# What is no counts file, or a damaged one, is named with its line.
$ corpus merge examples/station/01-keeper.txt
...
[2]
$ head -n 100 whole.counts > short.counts; corpus merge short.counts > /dev/null
...
[2]

# Something must be named.
$ corpus merge
...
[2]
