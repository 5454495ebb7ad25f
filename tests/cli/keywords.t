# corpus keywords: what is more frequent in one corpus than in another. Every column is computed again, by other formulas,
# in keywords.py; here is what a user meets.

# By hand, for a in 3 of 4 tokens and in 1 of 4: 2 are expected on each side; log2((3.5/4.5) / (1.5/4.5)) = log2(7/3) = 1.2224;
# G2 = 2 (3 ln(3/2) + ln(1/2) + ln(1/2) + 3 ln(3/2)) = 2.0930. Too little text for certainty: lrc is 0.
$ printf 'a a a b\n' > one.txt; printf 'a b b c\n' > two.txt
$ corpus keywords one.txt --ref two.txt
type	freq	ref_freq	range	ref_range	lrc	log_ratio	g2
a	3	1	1	1	0	1.22239242134	2.09299257506
c	0	1	0	1	0	-1.58496250072	-1.52964142315
b	1	2	1	1	0	-0.736965594166	-0.541153209098

# Rates, and what is not defined is empty: %DIFF of what the reference has not, an infinite end of an interval.
$ corpus keywords --columns type,per_million,ref_per_million,pct_diff,odds_ratio,difference,family --sort log_ratio one.txt --ref two.txt
type	per_million	ref_per_million	pct_diff	odds_ratio	difference	family
a	750000	250000	200	9	0.5	3
c	0	250000	-100	0.259259259259	-1	3
b	250000	500000	-50	0.333333333333	-0.333333333333	3
$ corpus keywords --columns type,pct_diff --format jsonl one.txt --ref two.txt | sed -n 2p
{"type":"c","pct_diff":-100}
$ corpus keywords --columns type,log_ratio_lower,log_ratio_upper one.txt --ref two.txt | awk -F '\t' '{print $1, NF, $2 == "", $3 == ""}'
type 3 0 0
a 3 0 0
c 3 1 0
b 3 0 0

# Certain: 30 of 40 tokens against 2 of 40. What is equally frequent (c) stands between the two.
$ (yes a | head -n 30; yes b | head -n 5; yes c | head -n 5) > many.txt; (yes a | head -n 2; yes b | head -n 33; yes c | head -n 5) > few.txt
$ corpus keywords --columns type,freq,ref_freq,lrc,log_ratio many.txt --ref few.txt
type	freq	ref_freq	lrc	log_ratio
a	30	2	1.6363883277	3.60880924268
c	5	5	0	0
b	5	33	-1.12071807544	-2.60665757182
$ corpus keywords --columns type,lrc --direction positive many.txt --ref few.txt
type	lrc
a	1.6363883277
$ corpus keywords --columns type,lrc --direction negative many.txt --ref few.txt
type	lrc
b	-1.12071807544
$ corpus keywords --columns type,lrc --top 1 many.txt --ref few.txt
type	lrc
a	1.6363883277
b	-1.12071807544
$ corpus keywords --columns type --top 0 many.txt --ref few.txt
type

# The interval is corrected for three types, or, without correction, for one: then it is narrower.
$ corpus keywords --columns type,log_ratio_lower,log_ratio_upper --direction positive many.txt --ref few.txt
type	log_ratio_lower	log_ratio_upper
a	1.6363883277	7.86288457572
$ corpus keywords --columns type,log_ratio_lower,log_ratio_upper --direction positive --adjust none many.txt --ref few.txt
type	log_ratio_lower	log_ratio_upper
a	1.92830893622	7.01720655724
$ corpus keywords --columns type,log_ratio_lower,log_ratio_upper --direction positive --adjust none --confidence 0.8 many.txt --ref few.txt
type	log_ratio_lower	log_ratio_upper
a	2.41525276616	5.87588136738

# What is tested is chosen before: --min-freq by both corpora together, --min-range by the one where the type is more frequent.
$ printf 'a b\n' > three.txt
$ corpus keywords --columns type,freq,ref_freq,range,ref_range,family --min-freq 2 one.txt three.txt --ref two.txt
type	freq	ref_freq	range	ref_range	family
a	4	1	2	1	2
b	2	2	2	1	2
$ corpus keywords --columns type,freq,ref_freq,range,ref_range,family --min-range 2 one.txt three.txt --ref two.txt
type	freq	ref_freq	range	ref_range	family
a	4	1	2	1	1

# A family of two where c is not tested: Bonferroni's p is twice p.
$ corpus keywords --columns type,p,p_adjusted,family --adjust bonferroni --min-freq 11 many.txt --ref few.txt | awk 'NR > 1 {print $1, $3 / $2, $4}'
a 2 2
b 2 2

# Ties of the measure fall to G2, then to the code point; what has no value comes last.
$ printf 'x y z z\n' > left.txt; printf 'q q\n' > right.txt
$ corpus keywords --columns type,lrc,g2 left.txt --ref right.txt | cut -f 1 | tr '\n' ' '; echo
type z x y q 

$ corpus keywords --columns type,pct_diff --sort pct_diff one.txt three.txt --ref two.txt | cut -f 1 | tr '\n' ' '; echo
type a c b 


# A table says what is shown of how much.
$ corpus keywords --format table --top 1 many.txt --ref few.txt
type  freq  ref_freq  range  ref_range     lrc  log_ratio      g2
a       30         2      1          1   1.636      3.609   46.81
b        5        33      1          1  -1.121     -2.607  -43.46
2 of 3 types shown, 3 tested; 40 tokens in 1 document against 40 tokens in 1 document
$ corpus keywords --format table --min-freq 20 --columns type,g2 --adjust none examples/station/01-keeper.txt --ref examples/station/03-annals.txt | tail -n 1
23 of 23 types shown, 23 tested; 1,592 tokens in 1 document against 1,545 tokens in 1 document
$ corpus freq --min-freq 20 --no-header examples/station/01-keeper.txt examples/station/03-annals.txt | wc -l
23

# Sides are what inputs are elsewhere: several, directories, standard input, counts files, mixed.
$ corpus freq --format counts examples/station/03-annals.txt > annals.counts; mkdir engineer; cp examples/station/02-engineer.txt engineer
$ corpus keywords --columns all examples/station/01-keeper.txt --ref examples/station/02-engineer.txt --ref examples/station/03-annals.txt > whole
$ corpus keywords --columns all examples/station/01-keeper.txt --ref annals.counts --ref engineer | cmp - whole
$ corpus keywords --columns all --ref annals.counts --ref engineer < examples/station/01-keeper.txt | cmp - whole
$ corpus keywords --columns all examples/station/01-keeper.txt --ref <(cat annals.counts) --ref engineer | cmp - whole
$ corpus freq --format counts examples/station/01-keeper.txt > keeper.counts
$ corpus keywords --columns all -j 1 keeper.counts --ref - --ref engineer < annals.counts | cmp - whole
$ corpus keywords -j 2 --columns all examples/station/01-keeper.txt --ref annals.counts --ref engineer | cmp - whole

# Each group against all others; its rows are those of the same comparison by --ref.
$ corpus keywords --by doc --top 1 --columns type,freq,ref_freq,lrc examples/station
doc	type	freq	ref_freq	lrc
examples/station/01-keeper.txt	pig	4	0	0
examples/station/01-keeper.txt	holt	0	20	0
examples/station/02-engineer.txt	mr	7	1	0
examples/station/02-engineer.txt	she	0	29	0
examples/station/03-annals.txt	was	43	48	0.143964643893
examples/station/03-annals.txt	maren	0	21	0
examples/station/04-visitor.txt	holt	20	0	2.08014628997
examples/station/04-visitor.txt	has	1	21	0
$ corpus keywords --by doc examples/station | awk -F '\t' '$1 ~ /keeper/' | cut -f 2- | cmp - <(corpus keywords --no-header examples/station/01-keeper.txt --ref examples/station/02-engineer.txt --ref examples/station/03-annals.txt --ref examples/station/04-visitor.txt)
$ corpus keywords --by doc --format table --top 1 --columns type keeper.counts annals.counts engineer
doc                       type
keeper.counts             pig
keeper.counts             my
annals.counts             was
annals.counts             it's
engineer/02-engineer.txt  isn't
engineer/02-engineer.txt  she
6 of 3,318 rows shown, 3 groups
$ printf 'doc,decade\n01-keeper.txt,1\n02-engineer.txt,1\n03-annals.txt,2\n04-visitor.txt,2\n' > meta.csv
$ corpus keywords --metadata meta.csv --by decade --columns type,freq,ref_freq --top 1 examples/station
decade	type	freq	ref_freq
1	it	100	58
1	holt	0	20
2	holt	20	0
2	it	58	100
$ corpus keywords --metadata meta.csv --where 'decade == 1' --columns type,freq,ref_freq --top 1 examples/station/01-keeper.txt examples/station/04-visitor.txt --ref examples/station/02-engineer.txt --ref examples/station/03-annals.txt
type	freq	ref_freq
she	8	0
mr	0	7

# N-grams within sentences, of texts and of counts files of theirs: 3 here, 2 there.
$ printf 'A b. A b c.\n' > left.txt; printf 'b a b\n' > right.txt
$ corpus keywords --ngrams 2 --columns type,freq,ref_freq,per_million,ref_per_million left.txt --ref right.txt
type	freq	ref_freq	per_million	ref_per_million
b c	1	0	333333.333333	0
a b	2	1	666666.666667	500000
b a	0	1	0	500000
$ corpus keywords --ngrams 2 --format table --columns type --top 0 left.txt --ref right.txt
type
0 of 3 n-grams shown, 3 tested; 3 n-grams in 1 document against 2 n-grams in 1 document
$ corpus ngrams -n 2 --format counts left.txt > left.counts
$ corpus keywords --ngrams 2 --columns all left.counts --ref right.txt | cmp - <(corpus keywords --ngrams 2 --columns all left.txt --ref right.txt)
$ corpus keywords --ngrams 3 left.counts --ref left.txt
corpus: left.counts:1: the list is not of n=3 alone, which --ngrams asks for (hint: --ngrams takes the list's own n)
[2]
$ corpus keywords left.counts --ref right.txt
corpus: left.counts:1: a list of n-grams is no list of words (hint: count the texts with corpus freq)
[2]
$ corpus keywords --ngrams 2 one.txt --ref annals.counts
corpus: annals.counts:1: a list of words is none of n-grams (hint: count with corpus ngrams --format counts)
[2]
$ corpus keywords --ngrams 9 one.txt --ref two.txt
corpus: one.txt: the target has no n-grams of that length
[2]

# Tests over documents. By hand: with 2 documents on each side there are 6 ways to deal them out; a in 3/4, 1/4 against 0, 0 is
# the most extreme, and so is its mirror: 2/6. Ranks 4 and 3: w = 7. t = 0.5 / sqrt(0.125 / 2) = 2, with 1 degree of freedom.
$ mkdir t r; printf 'a a a b\n' > t/1; printf 'a b b b\n' > t/2; printf 'b b\n' > r/1; printf 'b b b\n' > r/2
$ corpus keywords --test docs --columns type,wilcoxon_w,welch_t,welch_df,permutation_p t --ref r
type	wilcoxon_w	welch_t	welch_df	permutation_p
a	7	2	1	0.333333333333
b	3	-2	1	0.333333333333
$ corpus keywords --test docs --sort permutation_p t --ref r | cut -f 1,9-
type	wilcoxon_p	welch_p	permutation_p
a	0.22067136192	0.295167235301	0.333333333333
b	0.22067136192	0.295167235301	0.333333333333
$ corpus keywords --test docs --columns type,permutation_p --seed 1 --rounds 4 t --ref r > first
$ corpus keywords --test docs --columns type,permutation_p --seed 1 --rounds 4 -j 8 t --ref r | cmp - first
$ corpus keywords --test docs --columns type,permutation_p,welch_p one.txt --ref two.txt
type	permutation_p	welch_p
a	1	
c	1	
b	1	
$ cat one.txt | corpus keywords --test docs --columns type,permutation_p --ref two.txt | cmp - <(corpus keywords --test docs --columns type,permutation_p one.txt --ref two.txt)
$ corpus keywords --test docs t --ref annals.counts
corpus: annals.counts: a counts file holds no running text, which tests over documents need (hint: give the texts themselves)
[2]
$ corpus keywords --test docs --ngrams 2 t --ref r
corpus: keywords: --test docs is of words: leave out --ngrams
Try 'corpus keywords --help'.
[2]
$ corpus keywords --seed 1 t --ref r
corpus: keywords: --seed says how --test docs deals documents out, which is missing
Try 'corpus keywords --help'.
[2]
$ corpus keywords --columns type,welch_p t --ref r
corpus: keywords: welch_p is a test over documents: --test docs is missing
Try 'corpus keywords --help'.
[2]
$ corpus keywords --sort welch_p t --ref r
corpus: keywords: welch_p is a test over documents: --test docs is missing
Try 'corpus keywords --help'.
[2]

# What cannot be compared is refused, with the way out.
$ corpus keywords one.txt
corpus: keywords: say what to compare with: --ref REFERENCE, or --by NAME, each group with all the others
Try 'corpus keywords --help'.
[2]
$ corpus keywords --by doc one.txt --ref two.txt
corpus: keywords: --ref and --by: the reference of a group is all the other groups
Try 'corpus keywords --help'.
[2]
$ corpus keywords --ref - < one.txt
corpus: keywords: standard input cannot be both the target and the reference
Try 'corpus keywords --help'.
[2]
$ corpus keywords one.txt --ref nosuch.txt
corpus: nosuch.txt: No such file or directory
[2]
$ : > empty.txt; corpus keywords one.txt --ref empty.txt
corpus: --ref empty.txt: the reference has no tokens
[2]
$ corpus keywords empty.txt --ref one.txt
corpus: empty.txt: the target has no tokens
[2]
$ corpus keywords --by doc one.txt
corpus: --by doc: a single group, so there is nothing to compare (hint: --ref names another corpus)
[2]
$ corpus keywords --by doc one.txt empty.txt
corpus: --by doc: group 'empty.txt' has no tokens (hint: --where or --exclude leaves it out)
[2]
$ corpus keywords --by decade one.txt two.txt
corpus: --by: no document has a field decade (hint: fields come from --text-field, --path-fields and --metadata)
[2]
$ corpus keywords --where 'yeer == 1' one.txt --ref two.txt
corpus: --where: no document has a field yeer (hint: fields come from --text-field, --path-fields and --metadata)
[2]
$ corpus freq --case keep --format counts two.txt > keep.counts
$ corpus keywords one.txt --ref keep.counts
corpus: keep.counts: made under other rules than one.txt: case=keep against case=fold (hint: count both with the same token options, or --force)
[2]
$ corpus keywords --force --columns type,freq,ref_freq --top 1 one.txt --ref keep.counts
corpus: keep.counts: made under other rules than one.txt: case=keep against case=fold
type	freq	ref_freq
a	3	1
c	0	1
$ corpus keywords --force -q --columns type,freq,ref_freq --top 1 one.txt --ref keep.counts
type	freq	ref_freq
a	3	1
c	0	1
$ corpus keywords --columns type,freq,ref_freq --top 1 keep.counts --ref keep.counts
type	freq	ref_freq
$ corpus freq --min-freq 2 --format counts two.txt > cut.counts; corpus keywords one.txt --ref cut.counts
corpus: cut.counts:1: the list was cut (min-freq=2) (hint: count again without that)
[2]
$ corpus freq --format counts two.txt | sed 's/^b\t2/b\tmany/' > bad.counts; corpus keywords one.txt --ref bad.counts
corpus: bad.counts:4: freq and range are whole numbers (hint: make counts files with corpus freq --format counts)
[2]
$ printf 'a caf\xe9\n' > latin.txt; corpus keywords one.txt --ref latin.txt
corpus: latin.txt:1:6: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus keywords --sort g3 one.txt --ref two.txt
corpus: keywords: --sort: 'g3' is not one of lrc, log_ratio, log_ratio_lower, log_ratio_upper, g2, g2_two_cells, p, bic, ell, pct_diff, odds_ratio, simple_maths, difference, log_odds, log_odds_z, chi2, chi2_yates, fisher, wilcoxon_p, welch_p, permutation_p (did you mean g2?)
Try 'corpus keywords --help'.
[2]
$ corpus keywords --adjust fdr one.txt --ref two.txt
corpus: keywords: --adjust: 'fdr' is not one of holm, bh, bonferroni, none
Try 'corpus keywords --help'.
[2]
$ corpus keywords one.txt --ref two.txt > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus keywords many.txt --ref few.txt | head -n 1
type	freq	ref_freq	range	ref_range	lrc	log_ratio	g2

# The manifest names the inputs of both sides.
$ corpus keywords --manifest how.json --top 0 one.txt --ref two.txt | wc -l; grep -E '"name"' how.json
1
      "name": "one.txt",
      "name": "two.txt",

# More than measures are made for.
$ printf 'a b\n' | corpus freq --format counts | sed 's/tokens=2/tokens=9007199254740993/; s/^a\t1/a\t9007199254740992/' > huge.counts
$ corpus keywords huge.counts --ref left.txt
corpus: the lists are of more than 2^53 tokens, which measures are not made for (hint: is a frequency in a counts file right?)
[2]
