# corpus stats: the measures of each document and of all together.

# Checked by hand: six tokens, four types, two of them once; what needs a longer text is empty.
$ echo a rose is a rose indeed > rose.txt
$ corpus stats --columns doc,tokens,types,hapaxes,ttr,guiraud_r,mattr rose.txt
doc	tokens	types	hapaxes	ttr	guiraud_r	mattr
rose.txt	6	4	2	0.666666666667	1.63299316186	
total	6	4	2	0.666666666667	1.63299316186	

# Every column by hand: N = 6, V = 5, V1 = 4, V2 = 1, M2 = 4 + 4 = 8, so for instance yule_k = 10000 (8 - 6)/36,
# honore_h = 100 ln 6/(1 - 4/5), chao1 = 5 + 16/2, mtld = 6/((1 - 5/6)/(1 - 0.72)), entropy = log2 6 - 1/3.
# W = 6, S = 1, Y = 6 syllables, 17 letters: flesch = 206.835 - 1.015 * 6 - 84.6, ari = 4.71 * 17/6 + 3 - 21.43.
$ echo 'The cat sat on the mat.' > mat.txt
$ corpus stats --columns all --locale en --format jsonl mat.txt | head -n 1 | tr -d '{}' | tr , '\n'
"doc":"mat.txt"
"bytes":24
"characters":24
"lines":1
"paragraphs":1
"sentences":1
"turns":0
"turn_length":null
"tokens":6
"types":5
"hapaxes":4
"word_length":2.83333333333
"sentence_length":6
"ttr":0.833333333333
"sttr":null
"msttr":null
"mattr":null
"mtld":10.08
"hdd":null
"yule_k":555.555555556
"guiraud_r":2.04124145232
"herdan_c":0.898244401704
"entropy":2.25162916739
"cttr":1.44337567297
"summer_s":0.815992046285
"dugast_u":17.6084608536
"maas_a2":0.0567908807201
"maas_lgv0":1.59038883739
"fisher_alpha":14.116347865
"yule_i":8.33333333333
"simpson_d":0.0666666666667
"herdan_vm":0.1490711985
"honore_h":895.879734614
"sichel_s":0.2
"hapaxes_per_token":0.666666666667
"hapaxes_per_type":0.8
"vocd_d":null
"mtld_ma":null
"entropy_mm":2.73252751435
"repeat_rate":0.222222222222
"chao1":13
"flesch":116.145
"fk_grade":-1.45
"fog":2.4
"smog":3.1291
"ari":-5.085
"coleman_liau":-4.07333333333
"lix":6
"rix":0

# Sizes of the units. The abbreviation ends no sentence, the line end does; the empty line is a line and no paragraph.
$ printf 'Mr. Smith left. He had\n\nno hat.\n' > hat.txt
$ corpus stats --locale en --columns bytes,characters,lines,paragraphs,sentences,tokens --no-header hat.txt | head -n 1
32	32	3	2	3	7

# Bytes are those of the file, characters are code points, and a word is as long as a reader sees it: 4 and 1, whatever é is.
$ printf '\xff\xfec\x00a\x00f\x00e\x00\x01\x03 \x00x\x00' > wide.txt
$ corpus stats --columns bytes,characters,lines,word_length --no-header wide.txt | head -n 1
16	7	1	2.5

# The total is of all documents as one text: its types are those of the union. As `wc` and `freq` count.
$ corpus stats --columns doc,bytes,lines,tokens,types,hapaxes examples/station
doc	bytes	lines	tokens	types	hapaxes
examples/station/01-keeper.txt	8465	107	1592	531	312
examples/station/02-engineer.txt	8220	107	1576	566	329
examples/station/03-annals.txt	8497	192	1545	531	326
examples/station/04-visitor.txt	8340	81	1546	531	317
total	33522	487	6259	1298	686
$ cat examples/station/*.txt | wc -l -c | awk '{print $1, $2}'
487 33522

# Lexical diversity of the example corpus; computed apart by a few lines of Python from what `corpus tokens` prints.
$ cat > apart.py <<'END'
> import collections, json, math, subprocess, sys
> run = lambda *words: subprocess.run(["corpus", *words, "examples/station"], capture_output=True, check=True).stdout.decode()
> tokens = run("tokens", "--columns", "type", "--no-header").split("\n")[:-1]
> N, freq = len(tokens), collections.Counter(tokens)
> ratio = lambda part: len(set(part)) / len(part)
> segments = lambda size: [ratio(tokens[i * size : (i + 1) * size]) for i in range(N // size)]
> windows = [ratio(tokens[i : i + 50]) for i in range(N - 49)]
> def factors(words):
>     count, part = 0, []
>     for word in words:
>         part.append(word)
>         if ratio(part) < 0.72:
>             count, part = count + 1, []
>     return count + ((1 - ratio(part)) / 0.28 if part else 0)
> M2 = sum(f * f for f in freq.values())
> expected = {
>     "sttr": sum(segments(1000)) / len(segments(1000)), "msttr": sum(segments(100)) / len(segments(100)),
>     "mattr": sum(windows) / len(windows), "mtld": (N / factors(tokens) + N / factors(tokens[::-1])) / 2,
>     "hdd": sum(1 - math.comb(N - f, 42) / math.comb(N, 42) for f in freq.values()) / 42,
>     "yule_k": 1e4 * (M2 - N) / N**2, "entropy": -sum(f / N * math.log2(f / N) for f in freq.values()),
> }
> found = json.loads(run("stats", "--format", "jsonl").split("\n")[-2])
> print([name for name in expected if not math.isclose(expected[name], found[name], rel_tol=1e-10)])
> END
$ python3 apart.py
[]

# An undefined value is null in JSON, and never 0.
$ corpus stats --columns doc,tokens,ttr,sttr,mtld --format jsonl /dev/null
{"doc":"/dev/null","tokens":0,"ttr":null,"sttr":null,"mtld":null}
{"doc":"total","tokens":0,"ttr":null,"sttr":null,"mtld":null}

# Parameters are options. In pairs, a rose / is a / rose indeed, no word is repeated; in threes neither; in fours one is.
$ corpus stats --columns mattr,msttr,sttr --mattr-window 2 --msttr-segment 3 --sttr-segment 4 --no-header rose.txt | head -n 1
1	1	0.75
$ corpus stats --columns mtld --mtld-threshold 0.5 --no-header mat.txt | head -n 1
18
$ corpus stats --columns hdd --hdd-sample 1 --no-header rose.txt | head -n 1
1
$ corpus stats --mtld-threshold 72 rose.txt
corpus: stats: --mtld-threshold: '72' is not a number from 0.01 to 0.99
Try 'corpus stats --help'.
[2]
$ corpus stats --mattr-window 0 rose.txt
corpus: stats: --mattr-window: '0' is not a whole number of at least 1
Try 'corpus stats --help'.
[2]

# Readability is of a language; a formula without constants for it is left out, or refused where it is named.
$ corpus stats --readability --locale en --columns flesch,lix --no-header mat.txt | head -n 1
116.145	6
$ corpus stats --readability rose.txt
corpus: stats: --readability needs the language of the text: --locale en, say
Try 'corpus stats --help'.
[2]
$ echo 'Die Katze sitzt.' | corpus stats --readability --locale de --format jsonl | head -n 1 | grep -o '"entropy.*'
corpus: left out, for they have no constants for --locale de: fk_grade fog smog
"entropy":1.58496250072,"flesch":99,"ari":0.48,"coleman_liau":-0.186666666667,"lix":3,"rix":0}
$ corpus stats --locale de --columns smog rose.txt
corpus: stats: --columns: smog has no constants for --locale de
Try 'corpus stats --help'.
[2]

# The growth of the vocabulary. Through two points the fit is exact: beta = ln(4/3)/ln 2, k = 3/3^beta.
$ corpus stats --growth --growth-points 2 rose.txt
tokens	types	hapaxes	heaps	heaps_k	heaps_beta	heaps_r2
3	3	3	3	1.90150749823	0.415037499279	1
6	4	2	4	1.90150749823	0.415037499279	1
$ corpus stats --growth --growth-points 3 --columns tokens,types,hapaxes rose.txt
tokens	types	hapaxes
2	2	2
4	3	2
6	4	2
$ corpus stats --growth --no-header examples/station | tail -n 1 | cut -f 1-3
6259	1298	686
$ corpus stats --growth --columns doc rose.txt
corpus: stats: --columns: there is no column doc here
Try 'corpus stats --help'.
[2]

# A text in trouble: no row at all, or with --keep-going those of the others, and a total of them.
$ printf 'caf\xe9\n' > bad.txt
$ corpus stats --columns doc,tokens rose.txt bad.txt
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus stats --columns doc,tokens --keep-going rose.txt bad.txt
corpus: bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
doc	tokens
rose.txt	6
total	6
[2]

# A counts file is a list, and would be counted as if it were a text.
$ printf 'a b a\n' | corpus freq --format counts > ab.counts; corpus stats ab.counts
corpus: ab.counts: a counts file holds no running text, which these measures need (hint: give the texts themselves)
[2]
