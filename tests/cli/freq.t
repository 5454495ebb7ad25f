# corpus freq: the frequency list.

$ printf 'a b a\n' | corpus freq --no-header
a	2	666666.666667	1
b	1	333333.333333	1

# The most frequent first; among equals, by code point.
$ printf 'zebra Ähre apple ähre\n' | corpus freq --columns rank,type,freq,cumulative
rank	type	freq	cumulative
1	ähre	2	0.5
2	apple	1	0.75
3	zebra	1	1

# Rows are chosen; the numbers in them stay those of the whole list.
$ printf 'a a a a b b b c c d\n' > letters.txt
$ corpus freq --top 2 --no-header letters.txt
a	4	400000	1
b	3	300000	1
$ corpus freq --min-freq 3 --no-header letters.txt
a	4	400000	1
b	3	300000	1
$ corpus freq --match c --columns rank,type,cumulative --no-header letters.txt
3	c	0.9
$ corpus freq --sort type --min-range 2 --columns type,range --no-header letters.txt letters.txt
corpus: letters.txt: given twice
[2]
$ printf 'b c c\n' > more.txt
$ corpus freq --sort type --min-range 2 --columns type,freq,range --no-header letters.txt more.txt
b	4	2
c	4	2
$ echo walking talked talking walked | corpus freq --sort reverse --columns type --no-header
talked
walked
talking
walking

# Patterns match whole types; capitals do not matter where they are folded.
$ echo unseen Undone under done | corpus freq --match 'UN*e?' --columns type --no-header
under
unseen
$ echo unseen Undone under done | corpus freq --regex --match 'un.*|done' --columns type --no-header
done
under
undone
unseen

# How evenly: in a, the word stands in one clump, in b it is spread.
$ printf 'x x x x - - - -\n' | tr -- - y | corpus freq --columns type,freq,arf,dp --no-header
x	4	2.5	0
y	4	2.5	0

# A counts file, read back, gives the same list.
$ corpus freq --format counts examples/station > station.counts
$ head -c 16 station.counts; echo
#corpus-counts 1
$ corpus freq station.counts > again.tsv; corpus freq examples/station | cmp - again.tsv && echo the same
the same
$ corpus freq --top 5 --format counts examples/station > cut.counts; corpus freq cut.counts
corpus: cut.counts:1: the list was cut (top=5) (hint: count again without that)
[2]

# Other formats.
$ corpus freq --top 1 --format csv letters.txt
type,freq,per_million,range
a,4,400000,1
$ corpus freq --top 1 --format jsonl letters.txt
{"type":"a","freq":4,"per_million":400000,"range":1}

# An empty text has a list without rows.
$ corpus freq < /dev/null
type	freq	per_million	range

# A text in trouble gives no list at all, unless that is asked for.
$ printf 'caf\xe9\n' > bad.txt
$ corpus freq letters.txt bad.txt
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus freq --keep-going --columns type,freq --no-header letters.txt bad.txt
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
a	4
b	3
c	2
d	1
[2]
