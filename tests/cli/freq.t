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

# The example corpus: 6,288 tokens of 1,334 types, 724 of them once, as the word iterator of ICU counts them too.
$ corpus freq --top 3 examples/station
type	freq	per_million	range
the	479	76529.7970922	4
a	211	33711.4555041	4
and	206	32912.6058476	4
$ corpus freq --no-header examples/station | awk -F '\t' '{n += $2; hapaxes += $2 == 1} END {print n, NR, hapaxes}'
6259 1298 686

# Rows are chosen; the numbers in them stay those of the whole list.
$ printf 'a a a a b b b c c d\n' > letters.txt
$ corpus freq --top 2 --no-header letters.txt
a	4	400000	1
b	3	300000	1
$ corpus freq --top 0 letters.txt
type	freq	per_million	range
$ corpus freq --min-freq 3 --no-header letters.txt
a	4	400000	1
b	3	300000	1
$ corpus freq --match c --columns rank,type,cumulative --no-header letters.txt
3	c	0.9
$ printf 'b c c\n' > more.txt
$ corpus freq --sort type --min-range 2 --columns type,freq,range --no-header letters.txt more.txt
b	4	2
c	4	2

# Four orders.
$ printf 'd d d d b b b c\n' > orders.txt
$ corpus freq --sort freq --columns type --no-header more.txt orders.txt | tr '\n' ' '; echo
b d c 
$ corpus freq --sort range --columns type --no-header more.txt orders.txt | tr '\n' ' '; echo
b c d 
$ corpus freq --sort type --columns type --no-header more.txt orders.txt | tr '\n' ' '; echo
b c d 
$ echo walking talked talking walked | corpus freq --sort reverse --columns type --no-header
talked
walked
talking
walking

# By bytes, as LC_ALL=C sort has it, whatever the locale says.
$ LC_ALL=de_DE.UTF-8 corpus freq --sort type --columns type --no-header examples/station | LC_ALL=C sort -c

# Patterns match whole types; capitals do not matter where they are folded.
$ echo unseen Undone under done > un.txt; corpus freq --match 'UN*e?' --columns type --no-header un.txt
under
unseen
$ corpus freq --regex --match 'un.*|DONE' --columns type --no-header un.txt
done
under
undone
unseen
$ corpus freq --case keep --match 'U*' --columns type --no-header un.txt
Undone
$ corpus freq --match 'don' --no-header un.txt
$ corpus freq --regex --match '(done' un.txt
...
[2]
$ corpus freq --regex un.txt
corpus: freq: --regex says how to read --match, which is missing
Try 'corpus freq --help'.
[2]
$ printf 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | corpus freq --regex --match '(a+)+'
corpus: the regular expression (a+)+ takes too many steps at aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab (hint: avoid repetitions inside repetitions, such as (a+)+)
[2]

# How evenly over the running text (arf: 4 if spread, less if in a clump) and over the documents (dp: 0 is even). By hand, for
# x in xxxy xyyy: v = 8/4 = 2, the gaps are 1 1 2 4, so arf is (1 + 1 + 2 + 2)/2; dp is (|3/4 - 1/2| + |1/4 - 1/2|)/2.
$ printf 'x x x x y y y y\n' > clump.txt; printf 'x y x y x y x y\n' > spread.txt
$ corpus freq --columns type,freq,arf,dp --no-header clump.txt
x	4	2.5	0
y	4	2.5	0
$ corpus freq --columns type,freq,arf,dp --no-header spread.txt
x	4	4	0
y	4	4	0
$ printf 'x x x y\n' > mostly.txt; printf 'x y y y\n' > rarely.txt
$ corpus freq --columns type,freq,arf,dp --match x --no-header mostly.txt rarely.txt
x	4	3	0.25
$ cat mostly.txt rarely.txt | corpus freq --columns type,arf,dp --match x --no-header
x	3	0
$ corpus freq --columns type,arf --match x --no-header <(cat mostly.txt rarely.txt)
x	3
$ cat mostly.txt | TMPDIR=/nosuch corpus freq --columns arf
corpus: /nosuch: No such file or directory, while keeping a copy of '-' (hint: choose another temporary folder with TMPDIR, or give a file instead of a pipe)
[2]

# Columns stand in the order that is asked for, each once.
$ corpus freq --columns range,all,range --top 1 letters.txt
range	rank	type	freq	per_million	cumulative	arf	dp
1	1	a	4	400000	0.4	2.2	0
$ corpus freq --columns type,nosuch letters.txt
corpus: freq: --columns: 'nosuch' is not one of rank, type, freq, per_million, range, cumulative, arf, dp, all
Try 'corpus freq --help'.
[2]

# Formats.
$ corpus freq --top 1 --format auto letters.txt | cmp - <(corpus freq --top 1 --format tsv letters.txt)
$ corpus freq --top 2 --format table letters.txt
type  freq  per_million  range
a        4   400,000.00      1
b        3   300,000.00      1
2 of 4 types shown, 10 tokens, 1 document
$ corpus freq --top 1 --format csv letters.txt
type,freq,per_million,range
a,4,400000,1
$ corpus freq --top 1 --format jsonl letters.txt
{"type":"a","freq":4,"per_million":400000,"range":1}
$ corpus freq --top 1 --format markdown letters.txt
| type | freq | per_million | range |
| --- | ---: | ---: | ---: |
| a | 4 | 400,000.00 | 1 |
$ echo '=1+@SUM' | corpus freq --punctuation --format csv --csv-safe --columns type --no-header
"'+"
1
"'="
"'@sum"
$ corpus freq --top 1 --format table --color always letters.txt | sed 's/\x1b/ESC/g' | head -n 1
ESC[1mtype  freq  per_million  rangeESC[0m
$ corpus freq --top 1 --format table --color never letters.txt | head -n 1
type  freq  per_million  range

# A counts file, read back, gives the same list, alone or beside texts.
$ corpus freq --format counts examples/station > station.counts
$ head -n 1 station.counts | tr '\t' '\n'
#corpus-counts 1
tokens=6259
documents=4
tokenizer=word@1
case=fold
locale=root
numbers=keep
punctuation=drop
hyphens=split
stopwords=none
cut=none
$ corpus freq examples/station | cmp - <(corpus freq station.counts)
$ corpus freq --format counts examples/station/0[12]* > half.counts
$ corpus freq examples/station/0[34]* half.counts | cmp - <(corpus freq examples/station)
$ corpus freq --format counts station.counts | cmp - station.counts
$ corpus freq --case keep station.counts
corpus: station.counts:1: the list was made with other token options: case=fold against case=keep (hint: give the same ones here)
[2]
$ corpus freq --columns type,arf station.counts
corpus: station.counts: a counts file holds no running text, which arf and dp need (hint: give the texts themselves)
[2]

# What was cut is said in the list, and such a list is not read.
$ corpus freq --format counts --min-freq 2 --min-range 1 --match '[ab]' --regex --top 5 letters.txt | head -n 1 | cut -f 11
cut=min-freq=2 match=[ab] top=5
$ corpus freq --format counts --match $'a\t\n*' letters.txt | wc -l
2
$ corpus freq --top 5 --format counts examples/station > cut.counts; corpus freq cut.counts
corpus: cut.counts:1: the list was cut (top=5) (hint: count again without that)
[2]

# Inputs: directories, globs in them, lists of names, standard input.
$ corpus freq --top 1 --no-header examples/station/01-keeper.txt | cmp - <(corpus freq --top 1 --no-header < examples/station/01-keeper.txt)
$ corpus freq --columns type,freq,range --top 1 --no-header --include '0[12]*' examples/station
the	239	2
$ corpus freq --columns type,freq,range --top 1 --no-header --exclude '03*' --exclude '*visitor*' examples/station
the	239	2
$ corpus freq --include '*.md' examples/station
corpus: examples/station: no documents in this directory, only 4 entries the globs left out (hint: look at --include and --exclude)
[2]
$ printf 'letters.txt\nmore.txt\n' > names; corpus freq --columns type,freq --top 1 --no-header --files-from names
a	4
$ printf 'letters.txt\0more.txt\0' | corpus freq --null --files-from - --columns type,range --match b --no-header
b	2
$ corpus freq -0 letters.txt
corpus: freq: --null says how to read --files-from, which is missing
Try 'corpus freq --help'.
[2]
$ cat more.txt | corpus freq --columns type,range --match b --no-header letters.txt -
b	2
$ echo letters.txt | corpus freq --files-from - -
corpus: -: standard input cannot be both a document and the list of names (hint: put one of the two into a file)
[2]
$ corpus freq letters.txt ./letters.txt
corpus: ./letters.txt: a document given twice, as 'letters.txt' (named outright) and as './letters.txt' (named outright) (hint: give each document once)
[2]

# Encodings.
$ printf 'Caf\xe9\n' | corpus freq --encoding windows-1252 --columns type --no-header
café
$ printf '\xfe\xff\x00c\x00a\x00f\x00\xe9' | corpus freq --columns type --no-header
café
$ printf 'caf\xe9 noir\n' | corpus freq --invalid replace --columns type --no-header
caf
noir
$ corpus freq --encoding nosuch letters.txt
corpus: freq: --encoding: 'nosuch' is not known (iconv -l lists names that are usual)
Try 'corpus freq --help'.
[2]

# An empty text has a list without rows.
$ corpus freq < /dev/null
type	freq	per_million	range

# A text in trouble gives no list at all, unless that is asked for; the exit status says it either way.
$ printf 'caf\xe9\n' > bad.txt
$ corpus freq letters.txt bad.txt
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus freq --keep-going --columns type,freq --no-header letters.txt bad.txt nosuch.txt
corpus: nosuch.txt: No such file or directory
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
a	4
b	3
c	2
d	1
[2]

# A walk says what it passed over; --quiet does not.
$ mkdir mixed; cp letters.txt mixed; printf 'a\0' > mixed/data; ln -s ../more.txt mixed/link; echo x > mixed/.hidden
$ corpus freq --top 1 --no-header mixed
corpus: passed over 1 file with NUL bytes, 1 symbolic link
a	4	400000	1
$ corpus freq --top 1 --no-header --quiet mixed
a	4	400000	1

# The manifest: how the result came about. Sizes and digests are those that wc and sha256sum find, for counts files too.
$ corpus freq --case keep --manifest made.json letters.txt station.counts
corpus: station.counts:1: the list was made with other token options: case=fold against case=keep (hint: give the same ones here)
[2]
$ corpus freq --min-freq 2 --drop-numbers --manifest made.json letters.txt <(cat more.txt) > list.tsv
$ corpus freq --manifest counts.json station.counts > list.tsv
$ cat > check.py <<'END'
> import hashlib, json, pathlib
> made, counts = (json.load(open(name)) for name in ("made.json", "counts.json"))
> print(made["program"], made["tokenizer"], made["command"], made["options"]["--min-freq"], made["options"]["--case"])
> print(made["options"]["--keep-numbers"], made["options"]["--punctuation"], made["options"]["--include"])
> for entry, name in zip(made["inputs"] + counts["inputs"], ["letters.txt", "more.txt", "station.counts"], strict=True):
>     text = pathlib.Path(name).read_bytes()
>     print(name, entry["size"] == len(text), entry["sha256"] == hashlib.sha256(text).hexdigest())
> print(made["inputs"][0]["name"], counts["inputs"][0]["name"], counts["options"]["--keep-numbers"])
> END
$ python3 check.py
corpus word@1 freq 2 fold
False False []
letters.txt True True
more.txt True True
station.counts True True
letters.txt station.counts True
$ corpus freq --manifest letters.txt letters.txt
corpus: letters.txt: the manifest would write over this input (hint: give another name to --manifest)
[2]
$ corpus freq --manifest nosuch/made.json letters.txt
corpus: nosuch/made.json: cannot create: No such file or directory
[2]

# A counts file is always whole: what it holds cannot be chosen.
$ printf 'a b a\n' | corpus freq --format counts --columns type
corpus: freq: --format counts has its own header and columns: leave out --no-header and --columns
Try 'corpus freq --help'.
[2]
