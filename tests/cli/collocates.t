# Two nodes and what stands within one token to the left and two to the right. The sentence ends behind the second.
# R1 = 4 (cat, on, the, dog), N = 9 - 2; of `the`, C1 = 3 and O11 = 1: E11 = 12/7, MI = log2(7/12).
$ printf 'The cat sat on the mat. The dog sat.\n' >mat
$ corpus collocates --window 1L,2R --marginals --measure mi,t sat mat
collocate	o11	e11	left	right	node_freq	freq	range	r1	c1	n	mi	t
cat	1	0.571428571429	1	0	2	1	1	4	1	7	0.807354922058	0.428571428571
dog	1	0.571428571429	1	0	2	1	1	4	1	7	0.807354922058	0.428571428571
on	1	0.571428571429	0	1	2	1	1	4	1	7	0.807354922058	0.428571428571
the	1	1.71428571429	0	1	2	3	1	4	3	7	-0.777607578664	-0.714285714286

# Over the sentence's end there is nothing more in this text; with a window to the right there is.
$ corpus collocates --window 3R --columns collocate,o11 on mat
collocate	o11
mat	1
the	1
$ corpus collocates --window 3R --columns collocate,o11 --across on mat
collocate	o11
mat	1
the	2
$ corpus collocates --window 3R --columns collocate,o11 --within doc on mat
collocate	o11
mat	1
the	2

# What lies in two windows is counted once, and on both sides: `on` is 1 token, 2 to the right of the first `sat`, 3 to the
# left of the second.
$ printf 'sat down on an old mat sat\n' >sat
$ corpus collocates --window 5 --columns collocate,o11,left,right --sort collocate sat sat
collocate	o11	left	right
an	1	1	1
down	1	1	1
mat	1	1	1
old	1	1	1
on	1	1	1
$ corpus collocates --window 2 --by-position --columns collocate,2L,1L,1R,2R --sort collocate sat sat
collocate	2L	1L	1R	2R
down	0	0	1	0
mat	0	1	0	0
old	1	0	0	0
on	0	0	0	1

# A node's words are in no window, but with --expected span or plain they count as any others. R1 = f1 = 3, N = 5. With a
# span, R1 = S f1 = 2 * 3 is more than N: there is no such table.
$ printf 'a b a c a\n' >aba
$ corpus collocates --window 2 --marginals --measure mi --sort collocate a aba
collocate	o11	e11	left	right	node_freq	freq	range	r1	c1	n	mi
b	1	1	1	1	3	1	1	2	1	2	0
c	1	1	1	1	3	1	1	2	1	2	0
$ corpus collocates --window 2 --marginals --measure mi --sort collocate --expected plain a aba
collocate	o11	e11	left	right	node_freq	freq	range	r1	c1	n	mi
a	3	1.8	2	2	3	3	1	3	3	5	0.736965594166
b	1	0.6	1	1	3	1	1	3	1	5	0.736965594166
c	1	0.6	1	1	3	1	1	3	1	5	0.736965594166
$ corpus collocates --window 1 --marginals --measure mi --sort collocate --expected span a aba
collocate	o11	e11	left	right	node_freq	freq	range	r1	c1	n	mi
b	1	1.2	1	1	3	1	1	6	1	5	
c	1	1.2	1	1	3	1	1	6	1	5	

# E11 = S f1 f2 / N: 2 * 1 * 2 / 10 = 0.4; MI = log2(2 / 0.4).
$ printf 'x x x x b a b x x x\n' | corpus collocates --window 1 --expected span --columns collocate,o11,e11,mi --top 1 a
collocate	o11	e11	mi
b	2	0.4	2.32192809489

# 14 is the most that logDice can be: always together, f = f1 = f2.
$ printf 'new york x x new york x\n' | corpus collocates --window 1R --expected plain --columns collocate,log_dice new
collocate	log_dice
york	14

# Dunning (1993), p. 72: 110 2442 / 111 29114 has a G2 of 270.72.
$ awk 'BEGIN {
>   for (i = 0; i < 110; i++) print "n a"; for (i = 0; i < 2442; i++) print "n b"
>   for (i = 0; i < 111; i++) print "a"; for (i = 0; i < 29114; i++) print "b"
> }' | corpus collocates --layout plain --window 1R --columns collocate,o11,r1,c1,n,g2 --top 1 n
collocate	o11	r1	c1	n	g2
a	110	2552	221	31777	270.721876936

# Several queries are one node, and a place that two of them find is one hit.
$ corpus collocates -e cat -e dog -e 'd*' --window 1L --columns collocate,o11,node_freq mat
collocate	o11	node_freq
the	2	2
$ printf 'cat\ndog\n' >pets
$ corpus collocates -f pets --window 1L --columns collocate,o11,node_freq mat
collocate	o11	node_freq
the	2	2
$ corpus collocates --regex 'cat|dog' --window 1L --columns collocate,o11,node_freq mat
collocate	o11	node_freq
the	2	2

# A phrase is one node, and what stands around it is found over line ends.
$ printf 'this is of\ncourse true\n' | corpus collocates --window 1 --across --columns collocate,left,right 'of course'
collocate	left	right
is	1	0
true	0	1
$ printf 'This is of course true\n' | corpus collocates --exact --window 1 --columns collocate,left,right 'is of course'
collocate	left	right
this	1	0
true	0	1

# By lemma and part of speech, where the input has them.
$ corpus collocates --cql '[lemma="ir"]' --window 1R --columns collocate,o11,node_freq examples/reading/log.conllu
collocate	o11	node_freq
a	1	2

# Range counts documents with one in a window; --min-freq and --min-range choose rows.
$ printf 'snow falls\n' >a; printf 'falls. Much snow falls and falls\n' >b
$ corpus collocates --columns collocate,o11,freq,range --sort range snow a b
collocate	o11	freq	range
falls	3	4	2
and	1	1	1
much	1	1	1
$ corpus collocates --columns collocate,o11 --min-range 2 snow a b
collocate	o11
falls	3
$ corpus collocates --columns collocate,o11 --min-freq 2 snow a b
collocate	o11
falls	3
$ corpus collocates --columns collocate,o11,freq --min-freq 0 --sort collocate cat mat
collocate	o11	freq
cat	0	1
dog	0	1
mat	1	1
on	1	1
sat	1	2
the	2	3

# A group of its own for each, in which nothing reaches into another.
$ printf 'cat,text\nx,good snow\ny,bad snow\nx,snow falls\n' >t.csv
$ corpus collocates --text-field text --by cat --columns collocate,o11,r1,n snow t.csv
cat	collocate	o11	r1	n
x	falls	1	2	2
x	good	1	2	2
y	bad	1	1	1

# Order: what is drawn to the node first, p rising, and --reverse; ties by code point, what is undefined last.
$ corpus collocates --window 1L,2R --columns collocate,fisher --sort fisher sat mat
collocate	fisher
the	0.485714285714
cat	1
dog	1
on	1
$ corpus collocates --window 1L,2R --columns collocate,mi --sort mi --reverse sat mat
collocate	mi
the	-0.777607578664
cat	0.807354922058
dog	0.807354922058
on	0.807354922058
$ corpus collocates --window 1R --columns collocate,1R --sort 1R sat mat
collocate	1R
on	1
$ corpus collocates --columns collocate,o11,mi --min-freq 0 --sort mi --window 1L cat mat
collocate	o11	mi
the	1	1.41503749928
cat	0	
dog	0	
mat	0	
on	0	
sat	0	

# Windows that lie in turns.
$ printf 'ANN: I saw snow.\n\nMuch of it.\n\nBOB: Really?\n\nANN: Snow fell.\n\nBOB: No.\n' >talk
$ corpus collocates --within turn --unit turn --columns collocate,o11 --sort collocate snow talk
collocate	o11
fell	1
i	1
it	1
much	1
of	1
saw	1
$ corpus collocates --within turn snow mat
corpus: no document has turns (hint: --turn-marker says how they begin)
[2]

# All of it as JSON; what is not defined is null.
$ corpus collocates --window 1L --format jsonl --measure z,mi --min-freq 0 --sort collocate --top 1 cat mat
{"collocate":"cat","o11":0,"e11":0,"left":0,"right":0,"node_freq":1,"freq":1,"range":0,"z":null,"mi":null}
$ corpus collocates --window 1L,2R --format table --columns collocate,o11,mi --top 2 sat mat
collocate  o11     mi
cat          1  0.807
dog          1  0.807
2 of 4 collocates shown, 4 tokens in the windows of 2 nodes, 1 document

# Every measure of a row, and the same table for the arithmetic.
$ corpus collocates --window 1L,2R --measure all --format jsonl --top 1 sat mat
{"collocate":"cat","o11":1,"e11":0.571428571429,"left":1,"right":0,"node_freq":2,"freq":1,"range":1,"g2":1.24294729909,"mi":0.807354922058,"mi2":0.807354922058,"mi3":0.807354922058,"local_mi":0.807354922058,"npmi":0.287585625784,"t":0.428571428571,"z":0.566946709514,"z_yates":-0.0944911182523,"chi2":0.875,"chi2_yates":0,"fisher":1,"fisher_greater":0.571428571429,"fisher_log10":0.243038048686,"dice":0.4,"log_dice":12.6780719051,"delta_p21":0.25,"delta_p12":0.5,"min_sensitivity":0.25,"odds_ratio":3,"log_odds_ratio":1.58496250072,"poisson":0.361229413366,"poisson_stirling":-0.191256433217,"simple_ll":0.262088718728,"average_mi":0.128085278891,"jaccard":0.25,"gmean":0.5,"phi2":0.125,"log_ratio":1.22239242134,"lrc":0}

# What cannot be.
$ corpus collocates
corpus: collocates: a node is missing: corpus collocates snow FILE
Try 'corpus collocates --help'.
[2]
$ corpus collocates --window 5L,3L cat mat
corpus: collocates: --window: '5L,3L' is not a window such as 5L,5R, 5 for the same, or 3R; at most 1000 words
Try 'corpus collocates --help'.
[2]
$ corpus collocates --window 0 cat mat
corpus: collocates: --window: a window of no words holds nothing
Try 'corpus collocates --help'.
[2]
$ corpus collocates --window 9999 cat mat
corpus: collocates: --window: '9999' is not a window such as 5L,5R, 5 for the same, or 3R; at most 1000 words
Try 'corpus collocates --help'.
[2]
$ corpus collocates --measure lod cat mat
corpus: collocates: --measure: 'lod' is not one of all, g2, mi, mi2, mi3, local_mi, npmi, t, z, z_yates, chi2, chi2_yates, fisher, fisher_greater, fisher_log10, dice, log_dice, delta_p21, delta_p12, min_sensitivity, odds_ratio, log_odds_ratio, poisson, poisson_stirling, simple_ll, average_mi, jaccard, gmean, phi2, log_ratio, lrc
Try 'corpus collocates --help'.
[2]
$ corpus collocates --measure t --columns mi cat mat
corpus: collocates: --measure adds to the usual columns: name measures in --columns instead
Try 'corpus collocates --help'.
[2]
$ corpus collocates --sort 3R --window 2 cat mat
corpus: collocates: --sort: the window 2 has no place 3R
Try 'corpus collocates --help'.
[2]
$ corpus collocates --columns 3R --window 2 cat mat
corpus: collocates: --columns: the window 2 has no place 3R
Try 'corpus collocates --help'.
[2]
$ corpus freq --format counts mat >mat.counts; corpus collocates cat mat.counts
corpus: mat.counts: a counts file holds no running text, which collocates need (hint: give the texts themselves)
[2]
$ corpus collocates cat nosuch
corpus: nosuch: No such file or directory
[2]
$ corpus collocates '' mat
corpus: collocates: QUERY: a query is missing
Try 'corpus collocates --help'.
[2]
$ corpus collocates --cql '[word="x"' mat
corpus: collocates: QUERY: column 1: the [ that begins here lacks its closing ]
  [word="x"
  ^
Try 'corpus collocates --help'.
[2]

# No node, no text.
$ corpus collocates zebra mat
collocate	o11	e11	left	right	node_freq	freq	range	g2	log_dice	mi	t
corpus: the node is found nowhere
$ corpus collocates --quiet zebra mat
collocate	o11	e11	left	right	node_freq	freq	range	g2	log_dice	mi	t
$ corpus collocates zebra </dev/null
collocate	o11	e11	left	right	node_freq	freq	range	g2	log_dice	mi	t
corpus: the node is found nowhere
$ corpus collocates sat mat >/dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
