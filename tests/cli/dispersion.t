# corpus dispersion: how evenly words are spread.

# Four documents of five tokens. `a` is in each, `z` in one alone: the two ends of every scale.
$ for n in 1 2 3; do echo a b c d e > $n.txt; done; echo a z z z z > 4.txt
$ corpus dispersion -q a -q z -q nowhere [1-4].txt
query	freq	range	parts	dp	dp_norm	juilland_d	carroll_d2	rosengren_s	d_kl	da	arf	awt	ald	idf
a	4	4	4	0	0	1	1	1	0	1	4	3	0.698970004336	0
z	4	1	4	0.75	1	0	0	0.25	2	0	1.6	7.8	1.04588158317	2
nowhere	0	0	4											
$ corpus dispersion --columns all --format jsonl -q z [1-4].txt
{"query":"z","freq":4,"range":1,"parts":4,"dp":0.75,"dp_norm":1,"juilland_d":0,"carroll_d2":0,"rosengren_s":0.25,"d_kl":2,"da":0,"arf":1.6,"awt":7.8,"ald":1.04588158317,"idf":2,"dp_egbert":1,"d_kl_norm":0.666666666667,"fawt":1.3698630137,"fald":1.79948575264}

# By hand, for x in `x x y y` and `x y y y y y`: DP is (|2/3 - 4/10| + |1/3 - 6/10|)/2, DPnorm that by 1 - 4/10; the rates 1/2 and
# 1/6 have the shares 3/4 and 1/4, so DA is 1 - 1/2; the gaps are 6, round the end, 1 and 3, v is 10/3: ARF is (10/3 + 1 + 3)/v.
$ echo x x y y > a.txt; echo x y y y y y > b.txt
$ corpus dispersion --columns freq,range,parts,dp,dp_norm,da,arf -q x a.txt b.txt
freq	range	parts	dp	dp_norm	da	arf
3	2	2	0.266666666667	0.444444444444	0.5	2.2

# The same by other parts: each speaker, each turn, three equal parts (of 4, 3 and 3 tokens) whatever the documents are.
$ printf 'ADA: x x y y\nBO: x y y\nADA: y y y\n' > talk.txt
$ corpus dispersion --turn-marker '(ADA|BO):' --by speaker --columns range,parts,dp -q x talk.txt
range	parts	dp
2	2	0.0333333333333
$ corpus dispersion --turn-marker '(ADA|BO):' --by turn --columns range,parts,dp -q x talk.txt
range	parts	dp
2	3	0.3
$ corpus dispersion --parts 3 --columns range,parts,dp -q x a.txt b.txt
range	parts	dp
2	3	0.3
$ mkdir -p 2001 2002; cp a.txt b.txt 2001; echo y > 2002/c.txt
$ corpus dispersion --path-fields '{year}/{name}.txt' --by year --columns range,parts,dp -q x 2001 2002
range	parts	dp
1	2	0.0909090909091

# What --where takes is the text: its parts, and its places.
$ corpus dispersion --turn-marker '(ADA|BO):' --by turn --where 'speaker == "ADA"' --columns freq,range,parts,dp,arf -q x talk.txt
freq	range	parts	dp	arf
2	1	2	0.428571428571	1.28571428571
$ printf 'x x y y\ny y y\n' | corpus dispersion --parts 2 --columns freq,range,parts,dp,arf -q x
freq	range	parts	dp	arf
2	1	2	0.428571428571	1.28571428571

# A part without tokens has no rate. It is left out, and that is said.
$ : > empty.txt; corpus dispersion --columns range,parts,dp -q x a.txt empty.txt b.txt
corpus: left out 1 part without tokens
range	parts	dp
2	2	0.266666666667
$ corpus dispersion --quiet --parts 20 --columns range,parts,idf -q x a.txt b.txt
range	parts	idf
3	10	1.73696559417
$ corpus dispersion -q x empty.txt
corpus: left out 1 part without tokens
query	freq	range	parts	dp	dp_norm	juilland_d	carroll_d2	rosengren_s	d_kl	da	arf	awt	ald	idf
x	0	0	0											

# Of one part, nothing can be said that compares parts.
$ corpus dispersion --columns dp,dp_norm,juilland_d,carroll_d2,da,d_kl,idf,arf -q x a.txt
dp	dp_norm	juilland_d	carroll_d2	da	d_kl	idf	arf
0					0	0	1.5

# A query is any that kwic takes, given by -q, by -e as there, or in a file; a hit stands where its first token does.
$ corpus dispersion --columns query,freq,arf -q 'x y' -e 'y|x' --query 'x*' a.txt
query	freq	arf
x y	1	1
y|x	4	4
x*	2	1.5
$ printf 'x y\n\n  y y  \n' > list; corpus dispersion --columns query,freq -f list a.txt
query	freq
x y	1
y y	1
$ corpus dispersion --columns query,freq --regex -q '[xy]' a.txt
query	freq
[xy]	4
$ corpus dispersion --columns query,freq --cql -q '"x" []{0,2} "y"' a.txt
query	freq
"x" []{0,2} "y"	1
$ corpus dispersion --cql -q '"x" within turn' a.txt
corpus: no document has turns (hint: --turn-marker says how they begin)
[2]
$ echo 'x, y' | corpus dispersion --columns freq --no-header --over-punctuation -q 'x y'
1
$ printf 'x\n\ny\n' | corpus dispersion --columns freq --no-header --across -q 'x y'
1

# All types, in the order of their frequency, of their code points, or of a measure: the most even first, or the least.
$ corpus dispersion --all --columns type,freq,range,dp,arf [1-4].txt
type	freq	range	dp	arf
a	4	4	0	4
z	4	1	0.75	1.6
b	3	3	0.25	2.5
c	3	3	0.25	2.5
d	3	3	0.25	2.5
e	3	3	0.25	2.5
$ corpus dispersion --all --columns type --no-header --sort type [1-4].txt | tr '\n' ' '; echo
a b c d e z 
$ corpus dispersion --all --columns type,dp_norm --no-header --sort dp_norm [1-4].txt
a	0
b	0.333333333333
c	0.333333333333
d	0.333333333333
e	0.333333333333
z	1
$ corpus dispersion --all --columns type,dp_norm --no-header --sort dp_norm --uneven --top 2 [1-4].txt
z	1
b	0.333333333333
$ corpus dispersion --all --columns type,range --no-header --min-range 4 [1-4].txt
a	4
$ corpus dispersion --all --columns type --no-header --min-freq 4 --match '[a-c]|z' --regex [1-4].txt
a
z
$ corpus dispersion --all --columns type,juilland_d --no-header --sort juilland_d --top 2 a.txt
x	
y	

# Its figures are those of freq, and of each type alone.
$ corpus freq --columns type,freq,range,arf,dp examples/station > freq
$ corpus dispersion --all --columns type,freq,range,arf,dp examples/station | cmp - freq
$ corpus freq --columns type --no-header examples/station > types
$ corpus dispersion --all --columns all examples/station | tail -n +2 > all
$ corpus dispersion -f types --columns all --no-header examples/station | cmp - all

# The same from a pipe, in one reading.
$ cat 1.txt 4.txt | corpus dispersion --all --columns type,arf --no-header --top 2
z	2.2
a	2
$ cat a.txt | TMPDIR=/nosuch corpus dispersion --all --columns type --no-header
x
y

# Tables say what a word has that is spread evenly. They show what a window has room for.
$ corpus dispersion --format table -q a -q z [1-4].txt
query  freq  range  parts      dp  dp_norm    d_kl      da   arf
even:        parts              0        0       0       1  freq
a         4      4      4  0.0000   0.0000  0.0000  1.0000  4.00
z         4      1      4  0.7500   1.0000  2.0000  0.0000  1.60
2 queries, 4 parts, 20 tokens, 4 documents; --columns all has more measures
$ corpus dispersion --format table --all --top 2 --columns type,awt,ald,idf,carroll_d2,range,arf [1-4].txt
type    awt     ald     idf  carroll_d2  range   arf
even:   low     low       0           1  parts  freq
a      3.00  0.6990  0.0000      1.0000      4  4.00
z      7.80  1.0459  2.0000      0.0000      1  1.60
2 of 6 types shown, 4 parts, 20 tokens, 4 documents
$ corpus dispersion --format table --no-header --columns query,dp -q a [1-4].txt
a  0.0000
1 query, 4 parts, 20 tokens, 4 documents
$ corpus dispersion --format csv --columns query,dp,dp_norm -q nowhere a.txt
query,dp,dp_norm
nowhere,,
$ corpus dispersion --format jsonl --columns query,dp,dp_norm -q nowhere a.txt
{"query":"nowhere","dp":null,"dp_norm":null}

# Bar codes: a line for each query and document, 80 columns wide where there is no window. Of four tokens the second begins at a
# quarter of the bar.
$ corpus dispersion --plot -q x -q nowhere a.txt b.txt
query    document  hits  tokens  █ is 1 hit
x        a.txt        2       4  │█          █                                 │
x        b.txt        1       6  │█                                            │
nowhere  a.txt        0       4  │                                             │
nowhere  b.txt        0       6  │                                             │
$ corpus dispersion --plot --no-header -q x b.txt empty.txt
corpus: left out 1 part without tokens
b.txt         1       6  │█                                                    │
empty.txt     0       0  │                                                     │
$ corpus dispersion --plot --format table --color always -q x b.txt | head -n 1 | sed 's/\x1b/ESC/g'
ESC[1mdocument  hits  tokens  █ is 1 hitESC[0m

# The figure is XML that a parser reads, without scripts, and the same every time.
$ printf 'x y\n' > '<&">.txt'
$ corpus dispersion --svg figure.svg --cql -q '"x"' -q '[type="x" & type!="<"]' --columns query,freq a.txt '<&">.txt'
query	freq
"x"	3
[type="x" & type!="<"]	3
$ python3 -c 'import xml.etree.ElementTree as e; print([t.text for t in e.parse("figure.svg").iter("{http://www.w3.org/2000/svg}text")])'
['document', '"x"', 'hits / tokens', 'a.txt', '2 / 4', '<&">.txt', '1 / 2', 'document', '[type="x" & type!="<"]', 'hits / tokens', 'a.txt', '2 / 4', '<&">.txt', '1 / 2', '0', '25', '50', '75', '100', 'place in the document (% of its tokens)']
$ corpus dispersion --svg again.svg -j8 --quiet --cql -q '"x"' -q '[type="x" & type!="<"]' a.txt '<&">.txt' > rows; cmp figure.svg again.svg
$ grep -c script figure.svg
0
[1]
$ corpus dispersion --svg /dev/full -q x a.txt
corpus: /dev/full: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus dispersion --svg a.txt -q x a.txt
corpus: a.txt: the figure would write over this input (hint: give another name to --svg)
[2]
$ corpus dispersion --svg nosuch/figure.svg -q x a.txt
corpus: nosuch/figure.svg: cannot create: No such file or directory
[2]
$ corpus dispersion --svg /dev/stdout --plot -q x a.txt | head -c 5
<?xml
(no line end)

# Mistakes.
$ corpus dispersion a.txt
corpus: dispersion: a query is missing: corpus dispersion -q 'of course' FILE (or --all)
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all -q x a.txt
corpus: dispersion: --all and --query: the rows are one or the other
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all --plot a.txt
corpus: dispersion: --plot and --svg draw queries: --query names one, --queries a file of them
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --top 3 -q x a.txt
corpus: dispersion: --top, --min-freq, --min-range, --match, --sort and --uneven choose among the types of --all
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all --exact a.txt
corpus: dispersion: --cql, --exact, --over-punctuation and --across are of queries, and --all has none
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all --regex a.txt
corpus: dispersion: --regex says how to read --match, which is missing
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all --uneven a.txt
corpus: dispersion: --uneven says which end of a measure comes first: --sort names none
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --parts 3 --by turn -q x a.txt
corpus: dispersion: --parts and --by: the parts are one or the other
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --parts 0 -q x a.txt
corpus: dispersion: --parts: '0' is not a whole number of at least 1
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --plot --format jsonl -q x a.txt
corpus: dispersion: --plot is a drawing in place of rows: leave out --format and --columns
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --all --sort dpp a.txt
corpus: dispersion: --sort: 'dpp' is not one of freq, type, range, dp, dp_norm, juilland_d, carroll_d2, rosengren_s, d_kl, da, arf, awt, ald, idf, dp_egbert, d_kl_norm, fawt, fald (did you mean dp?)
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --columns type -q x a.txt
corpus: dispersion: --columns: there is no column type here
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion --by yaer -q x a.txt
corpus: --by: no document has a field yaer (hint: fields come from --text-field, --path-fields and --metadata)
[2]
$ corpus dispersion --cql -q '[word="x"' a.txt
corpus: dispersion: --query: column 1: the [ that begins here lacks its closing ]
  [word="x"
  ^
Try 'corpus dispersion --help'.
[2]
$ corpus dispersion -q x missing.txt
corpus: missing.txt: No such file or directory
[2]
$ corpus freq --format counts a.txt > counts; corpus dispersion -q x counts
corpus: counts: a counts file holds no running text, which measures of dispersion need (hint: give the texts themselves)
[2]
$ corpus dispersion -q x a.txt > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus dispersion --all examples/station | head -n 1
type	freq	range	parts	dp	dp_norm	juilland_d	carroll_d2	rosengren_s	d_kl	da	arf	awt	ald	idf
$ corpus dispersion -f - a.txt < list | wc -l
3
$ corpus dispersion -f - < list
corpus: dispersion: --queries: standard input can be read once, for the queries or the text
Try 'corpus dispersion --help'.
[2]
