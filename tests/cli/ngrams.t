# corpus ngrams: how often words follow each other.

# By hand: 3 windows of two words in the first sentence, 2 in the second; none over its end.
$ printf 'The cat sat down. The cat slept.\n' > cat.txt; corpus ngrams cat.txt
type	freq	per_million	range
the cat	2	285714.285714	1
cat sat	1	142857.142857	1
cat slept	1	142857.142857	1
sat down	1	142857.142857	1
$ corpus ngrams --within doc --columns type,freq --no-header cat.txt
the cat	2
cat sat	1
cat slept	1
down the	1
sat down	1
$ corpus ngrams --across cat.txt | cmp - <(corpus ngrams --within doc cat.txt)

# Several lengths in one list, with a column that tells them apart; single words are n-grams of one.
$ corpus ngrams -n 3-4 --columns n,type,freq --no-header cat.txt
3	cat sat down	1
3	the cat sat	1
4	the cat sat down	1
3	the cat slept	1
$ corpus ngrams -n 2-3 --top 2 cat.txt
type	n	freq	per_million	range
the cat	2	2	285714.285714	1
cat sat	2	1	142857.142857	1
$ corpus ngrams -n 1 examples/station | cmp - <(corpus freq examples/station)
$ corpus ngrams --length 9 cat.txt
type	freq	per_million	range

# The frequencies of all n-grams are the windows: of each sentence n - 1 less than its tokens.
$ corpus tokens --columns doc,sentence --no-header examples/station | sort | uniq -c |
> awk '{n += $1 > 2 ? $1 - 2 : 0} END {print n}'
5082
$ corpus ngrams -n 3 --columns freq --no-header examples/station | awk '{n += $1} END {print n}'
5082

# What no n-gram reaches beyond. A paragraph of plain text ends at a blank line.
$ printf 'a b\nc d. E f\n\ng h\n' > units.txt
$ corpus ngrams --columns type --sort type --no-header --layout plain units.txt | tr '\n' ,; echo
a b,c d,e f,g h,
$ corpus ngrams --within paragraph --columns type --sort type --no-header --layout plain units.txt | tr '\n' ,; echo
a b,b c,c d,d e,e f,g h,
$ corpus ngrams --within doc --columns type --sort type --no-header --layout plain units.txt | tr '\n' ,; echo
a b,b c,c d,d e,e f,f g,g h,
$ printf 'A: yes yes. No.\n\nB: no no\n' > talk.txt
$ corpus ngrams --within turn --unit turn --turn-marker '([A-Z]):' --columns type,freq --no-header talk.txt
no no	1
yes no	1
yes yes	1
$ corpus ngrams --within turn cat.txt
corpus: no document has turns (hint: --turn-marker says how they begin)
[2]
$ printf 'x y\n' > one.txt; printf 'z\n' > two.txt; corpus ngrams --across --columns type --no-header one.txt two.txt
x y

# What ends no sentence depends on the language: in German, an ordinal before a month.
$ echo 'am 3. Oktober war' > tag.txt; corpus ngrams --columns type --no-header tag.txt
am 3
oktober war
$ corpus ngrams --locale de --columns type --no-header tag.txt
3 oktober
am 3
oktober war

# Skipgrams: each choice of words in a stretch that is as much longer, by hand.
$ echo a b c d | corpus ngrams --skip 1 --columns type --no-header | tr '\n' ,; echo
a b,a c,b c,b d,c d,
$ echo a b c d | corpus ngrams -n 3 --skip 1 --columns type --no-header | tr '\n' ,; echo
a b c,a b d,a c d,b c d,
$ echo a b c d | corpus ngrams --skip 9 --columns type --no-header | wc -l
6

# Patterns with a slot, and how many words were seen in it.
$ echo 'in the middle of. In the end of. In the end of' > slot.txt
$ corpus ngrams -n 4 --gaps --columns type,freq,range,fillers --no-header slot.txt
in the * of	3	1	2
in * end of	2	1	1
in * middle of	1	1	1
$ corpus ngrams -n 4 --gaps --top 1 slot.txt
type	freq	per_million	range	fillers
in the * of	3	250000	1	2

# Rows are chosen; the numbers in them stay those of the whole list.
$ printf 'a b a b a c\n' > abc.txt
$ corpus ngrams --columns rank,type,freq,cumulative --no-header abc.txt
1	a b	2	0.4
2	b a	2	0.8
3	a c	1	1
$ corpus ngrams --columns rank,type,freq,cumulative --no-header --ends c abc.txt
3	a c	1	1
$ corpus ngrams --columns rank,type,cumulative --no-header --sort type --min-freq 1 abc.txt
1	a b	0.4
3	a c	1
2	b a	0.8
$ corpus ngrams --min-freq 2 --columns type --no-header abc.txt | tr '\n' ,; echo
a b,b a,
$ printf 'b a x\n' > bax.txt; corpus ngrams --min-range 2 --columns type,freq,range --no-header abc.txt bax.txt
b a	3	2
$ corpus ngrams --containing 'C*' --columns type --no-header abc.txt
a c
$ corpus ngrams -n 3 --containing b --starts a --ends '?' --columns type,freq --no-header abc.txt
a b a	2
$ corpus ngrams -n 3 --containing b --containing c --columns type --no-header abc.txt
b a c
$ corpus ngrams --regex --starts 'b|x' --columns type --no-header abc.txt
b a
$ corpus ngrams --case keep --starts A --columns type --no-header abc.txt
$ corpus ngrams --top 0 abc.txt
type	freq	per_million	range

# Four orders, and by what is drawn together. By the ends of the words: --sort reverse.
$ corpus ngrams --sort range --columns type --no-header abc.txt bax.txt | tr '\n' ,; echo
b a,a b,a c,a x,
$ corpus ngrams --sort type --columns type --no-header abc.txt bax.txt | tr '\n' ,; echo
a b,a c,a x,b a,
$ corpus ngrams --sort reverse --columns type --no-header abc.txt bax.txt | tr '\n' ,; echo
b a,a b,a c,a x,
$ LC_ALL=de_DE.UTF-8 corpus ngrams --sort type --columns type --no-header examples/station | LC_ALL=C sort -c

# What only occurs inside one longer n-gram of the list is left out.
$ echo 'x of the day. y of the day. of the night' > day.txt
$ corpus ngrams -n 2-3 --min-freq 2 --columns type,freq --no-header day.txt
of the	3
of the day	2
the day	2
$ corpus ngrams -n 2-3 --min-freq 2 --maximal --columns type,freq --no-header day.txt
of the	3
of the day	2

# Association of pairs, by hand from the table of the windows. In abc.txt there are 5, of which 3 begin with a, 2 with b; 2 end
# with b, 2 with a, 1 with c. For a b: MI = log2(2 / (3 * 2 / 5)) = log2(5 / 3), Dice = 2 * 2 / (3 + 2).
$ corpus ngrams --measure mi,dice --columns type,mi,dice abc.txt
corpus: ngrams: --measure adds to the usual columns: name measures in --columns instead
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --columns type,mi,dice --no-header abc.txt
a b	0.736965594166	0.8
b a	1.32192809489	1
a c	0.736965594166	0.5
$ corpus ngrams --measure mi --sort mi --no-header abc.txt
b a	2	333333.333333	1	1.32192809489
a b	2	333333.333333	1	0.736965594166
a c	1	166666.666667	1	0.736965594166
$ corpus ngrams --sort dice --top 1 abc.txt
type	freq	per_million	range	dice
b a	2	333333.333333	1	1

# Of three words, by the frequencies of the words: 6 tokens, a 3, b 2, c 1; E of a b a = 6 * 3/6 * 2/6 * 3/6 = 1/2. G2 has no such
# form, and of single words or with --skip there is none at all.
$ corpus ngrams -n 3 --starts a --ends a --columns type,freq,mi,g2 --no-header abc.txt
a b a	2	2	
$ corpus ngrams -n 1 --columns type,mi --no-header --top 1 abc.txt
a	
$ corpus ngrams -n 3 --skip 1 --columns type,mi --no-header --top 1 abc.txt
a b a	
$ corpus ngrams -n 3 --gaps --columns type,freq,mi --no-header --starts b --ends b abc.txt
b * b	1	0.584962500721

# How evenly: arf over the windows in their order, dp over the documents, whose sizes are their windows. By hand: a b is the
# 1st, 3rd and 5th of nine windows, v = 9/3, the gaps are 2 2 5, so arf is (2 + 2 + 3)/3; c c is the last three, (1 + 1 + 3)/3.
$ echo a b a b a b c c c c > clump.txt
$ corpus ngrams --columns type,freq,arf,dp --no-header --min-freq 3 clump.txt
a b	3	2.33333333333	0
c c	3	1.66666666667	0

# Three windows and two: x y is the 1st, 2nd and 4th, v = 5/3, gaps 1 2 2; dp is (|2/3 - 3/5| + |1/3 - 2/5|)/2. By tokens, of which
# there are six and three, it would be 0.
$ echo 'x y! x y! x z!' > first.txt; echo 'x y x' > second.txt
$ corpus ngrams --columns type,arf,dp --no-header first.txt second.txt
x y	2.6	0.0666666666667
x z	1	0.4
y x	1	0.6

# The order of the inputs counts, however many threads read them: x y is the first two of six, or the 1st and the 4th.
$ for name in xy1 xy2; do echo x y > $name.txt; done; for name in zz1 zz2; do echo z z z > $name.txt; done
$ corpus ngrams -j 4 --columns type,freq,arf --no-header --starts x xy1.txt xy2.txt zz1.txt zz2.txt
x y	2	1.33333333333
$ corpus ngrams -j 4 --columns type,freq,arf --no-header --starts x xy1.txt zz1.txt xy2.txt zz2.txt
x y	2	2

# Each length by itself, single words as in a frequency list.
$ corpus ngrams -n 1 --columns type,freq,arf,dp examples/station |
> cmp - <(corpus freq --columns type,freq,arf,dp examples/station)
$ for n in 1 2 3; do corpus ngrams -n $n --columns type,arf,dp --sort type --no-header examples/station; done | LC_ALL=C sort |
> cmp - <(corpus ngrams -n 1-3 --columns type,arf,dp --no-header examples/station | LC_ALL=C sort)

# Skipgrams: a b, then b a and a a, then a b and b b, so that a b is the 1st and 4th of five, v = 5/2, gaps 3 2.
$ echo a b a b | corpus ngrams --skip 1 --columns type,freq,arf --no-header --top 1
a b	2	1.8

# With a slot: three windows, each of which the slot halves; in * end of is in the 2nd and 3rd, v = 3/2 windows, gaps 1 2.
$ corpus ngrams -n 4 --gaps --columns type,freq,arf,dp,fillers --no-header slot.txt
in the * of	3	3	0	2
in * end of	2	1.66666666667	0	1
in * middle of	1	1	0	1

# What is left out changes nothing; neither do threads, memory, or that rows are kept to be sorted. Each group is a text of its own.
$ printf -- '--sort type --columns freq,type,arf,dp --no-header -j 1' > spread
$ corpus ngrams -n 2-3 $(cat spread) examples/station > all
$ awk -F '\t' '$1 > 2' all | cmp - <(corpus ngrams -n 2-3 $(cat spread) --min-freq 3 examples/station)
$ grep -w snow all | cmp - <(corpus ngrams -n 2-3 $(cat spread) --containing snow examples/station)
$ corpus ngrams -n 2-3 $(cat spread) --maximal --min-freq 3 examples/station | LC_ALL=C sort > maximal; test -s maximal
$ LC_ALL=C sort all | LC_ALL=C comm -13 - maximal
$ corpus ngrams -n 2-3 $(cat spread) -j 8 --memory 4K --quiet examples/station | cmp - all
$ corpus ngrams -n 2-3 $(cat spread) --sort mi examples/station | LC_ALL=C sort | cmp - <(LC_ALL=C sort all)
$ corpus ngrams --by doc --columns type,arf,dp --no-header first.txt second.txt
first.txt	x y	1.66666666667	0
first.txt	x z	1	0
second.txt	x y	1	0
second.txt	y x	1	0

# The inputs are not read again: nothing has to be kept of a pipe.
$ cat clump.txt | TMPDIR=/nosuch corpus ngrams --columns type,arf --no-header --ends c --min-freq 2
c c	1.66666666667
$ corpus ngrams --format counts --columns arf clump.txt
corpus: ngrams: --format counts has its own header and columns: leave out --no-header and --columns
Try 'corpus ngrams --help'.
[2]

# Groups: a list for each. No n-gram reaches from one to another.
$ corpus ngrams --by doc --columns type,freq --no-header abc.txt bax.txt
abc.txt	a b	2
abc.txt	b a	2
abc.txt	a c	1
bax.txt	a x	1
bax.txt	b a	1
$ corpus ngrams --by speaker --across --turn-marker '([A-Z]):' --columns type,freq --no-header talk.txt
A	yes no	1
A	yes yes	1
B	no no	1
$ corpus ngrams --where 'doc == "bax.txt"' --columns type --no-header abc.txt bax.txt | tr '\n' ,; echo
a x,b a,
$ printf 'a b\n\nc d\n\ne f\n' > parts.txt
$ corpus ngrams --across --where 'paragraph != 2' --columns type --no-header --layout plain parts.txt | tr '\n' ,; echo
a b,e f,

# Formats.
$ corpus ngrams --top 2 --format table abc.txt
type  freq  per_million  range
a b      2   333,333.33      1
b a      2   333,333.33      1
2 of 3 n-grams shown, 6 tokens, 1 document
$ corpus ngrams --by doc --top 1 --format table --columns type,freq abc.txt bax.txt
doc      type  freq
abc.txt  a b      2
bax.txt  a x      1
2 of 5 rows shown, 2 groups
$ corpus ngrams -n 3 --top 1 --format jsonl --columns type,n,fillers,g2 abc.txt
{"type":"a b a","n":3,"fillers":null,"g2":null}

# A counts file says how it was made. Such files add up; they are no lists of words.
$ corpus ngrams --format counts cat.txt > cat.counts; tail -n +2 cat.counts
type	freq	range
cat sat	1	1
cat slept	1	1
sat down	1	1
the cat	2	1
$ head -n 1 cat.counts | tr '\t' '\n' | sed '/tokenizer/,/stopwords/d'
#corpus-counts 1
tokens=7
documents=1
windows=5
n=2
skip=0
gaps=none
within=sentence
cut=none
$ corpus ngrams -n 3-5 --gaps --across --format counts --top 1 cat.txt | head -n 1 | cut -f 12-
n=3-5	skip=0	gaps=one	within=doc	cut=top=1
$ corpus ngrams --locale de --min-freq 2 --starts 't*' --format counts cat.txt | head -n 1 | cut -f 15-
within=sentence	language=de	cut=min-freq=2 starts=t*
$ corpus ngrams -n 2-4 --format counts examples/station > station.counts
$ for file in examples/station/*.txt; do corpus ngrams -n 2-4 --format counts $file > $(basename $file).counts; done
$ corpus merge 0*.counts | cmp - station.counts
$ corpus ngrams --format counts --top 2 --sort freq abc.txt | tail -n +3
a b	2	1
b a	2	1
$ corpus merge cat.counts station.counts
corpus: station.counts: made under other rules than cat.counts: n=2-4 against n=2 (hint: count both with the same token options)
[2]
$ corpus freq --format counts cat.txt > words.counts; corpus merge cat.counts words.counts
corpus: words.counts: a list of types, and cat.counts is one of n-grams (hint: merge lists of one kind)
[2]
$ corpus freq cat.counts
corpus: cat.counts:1: a list of n-grams is no list of words (hint: count the texts with corpus freq)
[2]
$ corpus ngrams cat.counts
corpus: cat.counts: a counts file holds no running text, which n-grams need (hint: give the texts themselves)
[2]
$ corpus ngrams --columns type,arf cat.counts
corpus: cat.counts: a counts file holds no running text, which n-grams need (hint: give the texts themselves)
[2]
$ sed 's/windows=5/windows=6/' cat.counts > bad.counts; corpus merge bad.counts > /dev/null
corpus: bad.counts:6: the list is not whole: its frequencies add up to 5, not to windows=6 (hint: make counts files with corpus freq --format counts)
[2]
$ sed 's/windows=5/windows=x/' cat.counts > bad.counts; corpus merge bad.counts
corpus: bad.counts:1: the first line has a count that is not a whole number (hint: make counts files with corpus freq --format counts)
[2]
$ corpus ngrams --format counts --measure mi cat.txt
corpus: ngrams: --format counts has its own columns: leave out --measure
Try 'corpus ngrams --help'.
[2]

# Memory changes nothing but where the work is done, which is said.
$ corpus ngrams -n 1-5 --memory 4K examples/station 2> said | cmp - <(corpus ngrams -n 1-5 examples/station)
$ sed 's/ in [^ ]*$//' said
corpus: --memory is exceeded: counts are kept in temporary files
$ corpus ngrams -n 1-5 --memory 4K --quiet examples/station 2>&1 | cmp - <(corpus ngrams -n 1-5 -j 1 examples/station)
$ mkdir folder; TMPDIR=folder corpus ngrams --memory 4K --quiet examples/station > /dev/null; ls folder
$ TMPDIR=/nosuch corpus ngrams --memory 4K --quiet examples/station
...
[2]

# Trouble.
$ corpus ngrams < /dev/null
type	freq	per_million	range
$ corpus ngrams nosuch.txt
corpus: nosuch.txt: No such file or directory
[2]
$ printf 'caf\xe9 noir\n' | corpus ngrams
corpus: -:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus ngrams examples/station > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus ngrams -n 1-5 examples/station | head -n 1
type	n	freq	per_million	range
$ corpus ngrams -n 0 cat.txt
corpus: ngrams: --length: '0' is not a length such as 3, nor several such as 2-5, from 1 to 15
Try 'corpus ngrams --help'.
[2]
$ for n in 5-2 16 2- -2 2,3 ''; do corpus ngrams "--length=$n" cat.txt 2>&1 | grep -c 'is not a length'; done
1
1
1
1
1
1
$ corpus ngrams --gaps cat.txt
corpus: ngrams: --gaps: a slot stands between two words, so n is at least 3: -n 3
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams -n 3 --gaps --skip 1 cat.txt
corpus: ngrams: --gaps and --skip: say one of them
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams -n 2-3 --skip 1 --maximal cat.txt
corpus: ngrams: --maximal is of words that follow each other: leave out --skip and --gaps
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --maximal cat.txt
corpus: ngrams: --maximal compares n-grams of several lengths: -n 2-5, say
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --regex cat.txt
corpus: ngrams: --regex says how to read --containing, --starts and --ends, which are missing
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --containing 'the cat' cat.txt
...
[2]
$ corpus ngrams --sort lgo_dice cat.txt
...
[2]
$ corpus ngrams --format counts --by doc cat.txt
corpus: ngrams: --format counts holds one list: use --where for each group
Try 'corpus ngrams --help'.
[2]

# A pattern that is none.
$ corpus ngrams --containing '' examples/station
corpus: ngrams: --containing: a pattern is missing
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --starts $'sn\xffow' examples/station
corpus: ngrams: --starts: 'sn\xffow' is not valid UTF-8
Try 'corpus ngrams --help'.
[2]
$ corpus ngrams --across --within turn examples/station
corpus: ngrams: --within and --across: say one of them
Try 'corpus ngrams --help'.
[2]
