# corpus merge: adds counts files of disjoint documents.

# By hand: a is in both, b and c in one each.
$ echo a a b | corpus freq --format counts > one.counts; echo a c | corpus freq --format counts > two.counts
$ corpus merge one.counts two.counts | tail -n +2
type	freq	range
a	3	2
b	1	1
c	1	1
$ corpus merge one.counts two.counts | head -n 1 | cut -f 1-3,11
#corpus-counts 1	tokens=5	documents=2	cut=none
$ corpus merge one.counts two.counts | corpus freq --no-header
a	3	600000	2
b	1	200000	1
c	1	200000	1

# The sum is byte for byte what one run over all of the documents prints, in any order and in any grouping.
$ mkdir parts; for file in 01-keeper 02-engineer 03-annals 04-visitor; do
>   corpus freq --format counts examples/station/$file.txt > parts/$file.counts
> done
$ corpus freq --format counts examples/station > whole.counts
$ corpus merge parts/0*.counts | cmp - whole.counts
$ corpus merge parts/04*.counts parts/02*.counts parts/01*.counts parts/03*.counts | cmp - whole.counts
$ corpus merge parts/01*.counts parts/02*.counts > left.counts; corpus merge parts/03*.counts parts/04*.counts |
> corpus merge left.counts - | cmp - whole.counts

# A directory of lists is walked; a list may come from a pipe; one list is its own sum.
$ corpus merge parts | cmp - whole.counts
$ corpus merge <(corpus freq --format counts examples/station/0[12]*) <(corpus freq --format counts examples/station/0[34]*) |
> cmp - whole.counts
$ corpus merge whole.counts | cmp - whole.counts

# The empty list adds nothing but its document.
$ corpus freq --format counts < /dev/null > empty.counts; corpus merge one.counts empty.counts | head -n 1 | cut -f 2-3
tokens=3	documents=2

# A list given twice would be counted twice.
$ corpus merge one.counts two.counts ./one.counts
corpus: ./one.counts: a document given twice, as 'one.counts' (named outright) and as './one.counts' (named outright) (hint: give each document once)
[2]

# Lists of other words have no sum: the difference is named.
$ corpus freq --case keep --hyphens join --format counts examples/station/01-keeper.txt > cased.counts
$ corpus merge parts/02-engineer.counts cased.counts
corpus: cased.counts: made under other rules than parts/02-engineer.counts: case=keep hyphens=join against case=fold hyphens=split (hint: count both with the same token options)
[2]
$ echo a > stop.txt
$ for option in --drop-numbers --punctuation '--locale tr' '--stopwords stop.txt'; do
>   echo b | corpus freq $option --format counts > other.counts
>   corpus merge one.counts other.counts 2>&1 | cut -d : -f 4 | cut -d ' ' -f 2
> done
numbers=drop
punctuation=keep
locale=turkic
stopwords=1

# A list that was cut has no true sums.
$ corpus freq --min-freq 2 --format counts examples/station/01-keeper.txt > cut.counts
$ corpus merge parts/02-engineer.counts cut.counts
corpus: cut.counts: the list was cut (min-freq=2), so sums would be too small (hint: count again without that option, and cut the merged list)
[2]

# What is no counts file, or a damaged one, is named with its line.
$ corpus merge examples/station/01-keeper.txt
corpus: examples/station/01-keeper.txt:1: not a counts file: it does not begin with #corpus-counts 1 (hint: make counts files with corpus freq --format counts)
[2]
$ cat > damage <<'END'
> sed "$1" one.counts > bad.counts; corpus merge bad.counts 2>&1 | sed 's/ (hint.*//'
> END
$ bash damage '1s/counts 1/counts 2/'
corpus: bad.counts:1: counts files of version 2 are not known to this program
$ bash damage '1s/\tcut=none//'
corpus: bad.counts:1: cut is missing from the first line
$ bash damage '1s/tokens=3/tokens=3.5/'
corpus: bad.counts:1: the first line has a count that is not a whole number
$ bash damage '2d'
corpus: bad.counts:2: the second line must be: type, freq, range, separated by tabs
$ bash damage '$s/$/\t1/'
corpus: bad.counts:4: a row has 3 fields, this one has 4
$ bash damage '$s/1/-1/'
corpus: bad.counts:4: freq and range are whole numbers
$ bash damage '$s/\t1$/\t2/'
corpus: bad.counts:4: a range of 2 does not fit a frequency of 1 in 1 documents
$ bash damage '$s/b/\\b/'
corpus: bad.counts:4: the type is not well-formed
$ bash damage '$s/b/a/'
corpus: bad.counts:4: the types do not ascend by code point
$ bash damage '$s/1/2/'
corpus: bad.counts:4: the frequencies add up to more than tokens=3
$ bash damage '$d'
corpus: bad.counts:3: the list is not whole: its frequencies add up to 2, not to tokens=3
$ head -c -1 one.counts > bad.counts; corpus merge bad.counts
corpus: bad.counts:4: the last line does not end (hint: make counts files with corpus freq --format counts)
[2]
$ corpus merge one.counts bad.counts 2> /dev/null
[2]

# Sums that no longer fit in 64 bits are not printed.
$ for list in big.counts more.counts; do
>   sed 's/tokens=3/tokens=18446744073709551615/; s/^a\t2/a\t18446744073709551614/' one.counts > $list
> done
$ corpus merge big.counts | tail -n 2
a	18446744073709551614	1
b	1	1
$ corpus merge big.counts more.counts
corpus: more.counts: with this list there are more tokens than can be counted
[2]

# Something must be named.
$ corpus merge < /dev/null
corpus: -:1: not a counts file: it does not begin with #corpus-counts 1 (hint: make counts files with corpus freq --format counts)
[2]
$ corpus merge nosuch.counts
corpus: nosuch.counts: No such file or directory
[2]
$ corpus merge oen.counts
corpus: oen.counts: No such file or directory (hint: did you mean 'one.counts'?)
[2]

# Lists can be named in a file, as every command's inputs can.
$ printf 'a b a\n' | corpus freq --format counts > one.counts; printf 'b\n' | corpus freq --format counts > two.counts
$ printf 'one.counts\ntwo.counts\n' > lists; corpus merge --files-from lists | tail -n +3
a	2	1
b	2	2
$ corpus merge --files-from lists | corpus merge | cmp - <(corpus merge one.counts two.counts)
