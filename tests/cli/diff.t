# requires: git
# corpus diff: what changed between two versions of a corpus.

# A sample that can be counted by hand: b.txt changed (one word went, two came), c.txt was renamed, d.txt went, e.txt came.
$ mkdir old new; printf 'the snow\nfell all night' > old/a.txt; printf 'a b c d e f' > old/b.txt
$ printf 'one two three four five six seven' > old/c.txt; printf 'gone for ever' > old/d.txt
$ cp old/a.txt new; printf 'a b x y d e f' > new/b.txt; cp old/c.txt new/c2.txt; printf 'here at last' > new/e.txt
$ corpus diff --only documents old new
section	change	name	old_name	old	new	difference	relative	removed	added	similarity
documents	changed	b.txt		6	7	1	0.166666666667	1	2	0.125
documents	renamed	c2.txt	c.txt	7	7	0	0	0	0	1
documents	removed	d.txt		3				3	0	
documents	added	e.txt			3			0	3	

# Of 21 and of 22 tokens; nothing is on both sides that is not as frequent as before.
$ corpus diff --only vocabulary --columns change,name,old,new old new
change	name	old	new
came	at	0	1
came	here	0	1
came	last	0	1
came	x	0	1
came	y	0	1
went	c	1	0
went	ever	1	0
went	for	1	0
went	gone	1	0
$ corpus diff --only profile --figures tokens,types,ttr --columns name,old,new,difference old new
name	old	new	difference
tokens	21	22	1
types	21	22	1
ttr	1	1	0

# 17 types are on both sides: 17 / sqrt(21 * 22).
$ corpus diff --only distance --columns name,value old new | grep cosine; python3 -c 'print("%.12g" % (17 / (21 * 22) ** 0.5))'
cosine	0.790911578839
0.790911578839

# A corpus and itself: no document, no type, no divergence. (Where all types are equally frequent, ranks do not correlate.)
$ corpus diff --only documents,vocabulary --no-header old old
$ corpus diff --only distance --columns name,value --no-header old old
jsd	0
cosine	1
spearman	
chi_by_df	0
delta	0
$ corpus diff --only distance --columns name,value --no-header examples/station examples/station
jsd	0
cosine	1
spearman	1
chi_by_df	0
delta	0
$ corpus diff --only profile --columns difference --no-header examples/station examples/station | sort -u
0
$ corpus diff --words a.txt old old

# For people each section is a table; a rise has a sign, and a figure the decimals of its kind.
# Of 63 letters each: 63 / 21 is 3, and 63 / 22 is 2.86.
$ corpus diff --format table --only profile --figures bytes,tokens,word_length old new
profile
name          old   new  difference  relative
bytes          80    81          +1     +1.2%
tokens         21    22          +1     +4.8%
word_length  3.00  2.86       -0.14     -4.5%
$ corpus diff --format table --only documents,vocabulary,distance --top 1 old new
documents
change   name    old_name  old  new  difference  relative  removed  added  similarity
changed  b.txt               6    7          +1    +16.7%        1      2       0.125
renamed  c2.txt  c.txt       7    7           0      0.0%        0      0       1.000
removed  d.txt               3                                   3      0
added    e.txt                    3                              0      3
1 added, 1 removed, 1 renamed, 1 changed, 1 unchanged

vocabulary
change  name  old  new  difference  relative  old_per_million  new_per_million  per_million
came    at      0    1          +1                       0.00        45,454.55   +45,454.55
went    c       1    0          -1   -100.0%        47,619.05             0.00   -47,619.05
1 of 5 that came, 1 of 4 that went, 0 of 0 that moved shown

distance
name           value
jsd         0.209183
cosine      0.790912
spearman   -0.208063
chi_by_df   0.359264
delta       0.210530
$ corpus diff --format table --only documents old/b.txt new/b.txt | tail -n 1
1 changed, 0 unchanged
$ corpus diff --format markdown --only distance old old
## distance

| name | value |
| --- | ---: |
| jsd | 0.000000 |
| cosine | 1.000000 |
| spearman | |
| chi_by_df | 0.000000 |
| delta | 0.000000 |
$ corpus diff --format jsonl --only distance old old | head -n 2
{"section":"distance","name":"jsd","value":0}
{"section":"distance","name":"cosine","value":1}

# The words inside a document: unified in a pipe, with the places of both sides.
$ corpus diff --words b.txt --around 1 old new
--- old/b.txt
+++ new/b.txt
@@ old/b.txt:1:5 new/b.txt:1:5 @@
 b
-c
+x y
 d
$ corpus diff --words c.txt old new; corpus diff --words c2.txt old new; corpus diff --words old/c.txt old new
$ corpus diff --words b.txt --format tsv --columns all old new
change	old_place	new_place	left	old_text	new_text	right	removed	added
replaced	old/b.txt:1:5	new/b.txt:1:5	a b	c	x y	d e f	1	2
$ corpus diff --words b.txt --format table --around 1 old new
change    old_place      new_place      left  old_text  new_text  right
replaced  old/b.txt:1:5  new/b.txt:1:5  b     c         x y       d
1 change
$ corpus diff --words b.txt --around 0 --color always old new | cat -v
--- old/b.txt
+++ new/b.txt
^[[36m@@ old/b.txt:1:5 new/b.txt:1:5 @@^[[0m
^[[31m-c^[[0m
^[[32m+x y^[[0m

# Wrapped anew, in UTF-16, or in an archive: the same words.
$ mkdir wrapped; for file in old/*; do tr '\n' ' ' < $file | fold -s -w 9 > wrapped/${file#old/}; done
$ corpus diff --only documents --columns change,name,removed,added,similarity --layout wrapped old wrapped
change	name	removed	added	similarity
re-encoded	a.txt	0	0	1
re-encoded	b.txt	0	0	1
re-encoded	c.txt	0	0	1
re-encoded	d.txt	0	0	1
$ mkdir utf16; for file in old/*; do iconv -f UTF-8 -t UTF-16 $file > utf16/${file#old/}; done
$ corpus diff --only documents --columns change,name,removed,added --no-header old utf16
re-encoded	a.txt	0	0
re-encoded	b.txt	0	0
re-encoded	c.txt	0	0
re-encoded	d.txt	0	0
$ corpus diff --words b.txt old utf16; corpus diff --words b.txt old wrapped
$ python3 -m zipfile -c flat.zip old/*; python3 -m zipfile -c folder.zip old
$ corpus diff --only documents --no-header old flat.zip; corpus diff --only documents --no-header folder.zip old
$ corpus diff --only distance --no-header --columns value old folder.zip | sort -u

0
1
$ corpus diff --words b.txt folder.zip new --around 0
--- folder.zip!old/b.txt
+++ new/b.txt
@@ folder.zip!old/b.txt:1:5 new/b.txt:1:5 @@
-c
+x y

# Two files are one document, whatever they are called.
$ corpus diff --only documents --columns change,name,removed,added old/b.txt new/b.txt
change	name	removed	added
changed	b.txt	1	2
$ cp new/b.txt other.txt; corpus diff --only documents --columns change,name,removed,added old/b.txt other.txt
change	name	removed	added
changed	other.txt	1	2
$ corpus diff --words other.txt --around 0 old/b.txt other.txt
--- old/b.txt
+++ other.txt
@@ old/b.txt:1:5 other.txt:1:5 @@
-c
+x y
$ corpus diff --only documents --columns change,removed,added --no-header old/b.txt - < new/b.txt
changed	1	2

# What is packed comes in pieces of any size, and is the same.
$ mkdir plain packed; seq -f 'snow %g' 90000 > plain/a; bzip2 -c plain/a > packed/a
$ corpus diff --only documents --no-header plain packed; corpus diff --only documents --no-header plain/a packed/a

# Threads change nothing.
$ for j in 1 2 8; do corpus diff -j $j examples/station examples/station-2 | cksum; done | uniq | wc -l
1

# --where takes parts on both sides.
$ corpus diff --where 'doc ~ "*/b.txt"' --only documents --columns name,removed,added old new
name	removed	added
b.txt	1	2

# The same bytes are not the same text where the document's name chooses among its paragraphs.
$ mkdir twins; printf 'a b\n\nc d\n' > twins/one.txt; cp twins/one.txt twins/two.txt
$ corpus diff --where 'paragraph == 1 || doc ~ "*two*"' --only profile --figures tokens,bytes --columns name,old twins old
name	old
bytes	14
tokens	6

# Counts files know no documents; what is told from frequencies is the same as of texts.
$ corpus freq --format counts old > old.counts; corpus freq --format counts new > new.counts
$ corpus diff --only vocabulary old.counts new.counts > of-counts; corpus diff --only vocabulary old new | cmp - of-counts
$ corpus diff --only profile,distance old.counts new > of-counts
$ corpus diff --only profile,distance old new | grep -F -x -c -f of-counts; wc -l < of-counts
14
14

# However many tokens a list states: none of them is held. 2 types of 10^10 tokens have an R of 2 / 10^5.
$ corpus freq --format counts old | sed -e '3,$d' -e 's/tokens=[0-9]*/tokens=10000000000/' > head
$ (cat head; printf 'a\t6000000000\t1\nb\t4000000000\t1\n') > large.counts; (cat head; printf 'a\t10000000000\t1\n') > one.counts
$ corpus diff --only profile --figures tokens,types,guiraud_r,entropy --columns name,old,new large.counts one.counts
name	old	new
tokens	10000000000	10000000000
types	2	1
guiraud_r	2e-05	1e-05
entropy	0.970950594455	0
$ corpus diff --top 0 --figures tokens --columns section,name,value old.counts new
corpus: left out: documents (old.counts: a counts file does not tell documents apart)
section	name	value
profile	tokens	
distance	jsd	0.209183127289
distance	cosine	0.790911578839
distance	spearman	-0.208062594644
distance	chi_by_df	0.359264069264
$ corpus diff --only documents old.counts new
corpus: old.counts: a counts file does not tell documents apart (hint: give the texts, or a lock)
[2]
$ corpus diff --words b.txt old.counts new
corpus: old.counts: holds no running text, which --words needs (hint: give the texts)
[2]

# A lock is not tokenized: its texts may be gone. What needs counts is refused by name where they are missing.
$ corpus lock --counts lock.counts old > lock; corpus lock old > bare
$ corpus diff --only documents lock new
section	change	name	old_name	old	new	difference	relative	removed	added	similarity
documents	changed	b.txt		6	7	1	0.166666666667			0.125
documents	renamed	c2.txt	c.txt	7	7	0	0	0	0	1
documents	removed	d.txt		3				3	0	
documents	added	e.txt			3			0	3	
$ corpus diff --only vocabulary,distance lock new > of-lock; corpus diff --only vocabulary,distance old new | diff - of-lock
15d14
< distance		delta								0.210530171297
[1]
$ corpus diff --top 0 --figures tokens,mtld --columns section,name,old,new bare new
corpus: left out: mtld (bare: a lock does not tell mtld)
corpus: left out: vocabulary (bare: a lock without its counts file, which vocabulary needs)
corpus: left out: distance (bare: a lock without its counts file, which distance needs)
section	name	old	new
documents	b.txt	6	7
documents	c2.txt	7	7
documents	d.txt	3	
documents	e.txt		3
profile	tokens	21	22
$ corpus diff --only vocabulary bare new
corpus: bare: a lock without its counts file, which vocabulary needs (hint: corpus lock --counts FILE writes one beside the lock)
[2]
$ corpus diff --fail-on 'jsd > 0.5' bare new
corpus: bare: a lock without its counts file, which jsd needs (hint: corpus lock --counts FILE writes one beside the lock)
[2]
$ corpus diff --fail-on 'mtld.change > 0.5' lock new
corpus: lock: a lock does not tell mtld (hint: give the texts)
[2]
$ corpus diff --fail-on 'delta > 0.5' lock new
corpus: lock: a lock does not hold the words of each document, which delta needs (hint: give the texts)
[2]
$ cp lock.counts kept; cp new.counts lock.counts; corpus diff --only vocabulary lock new
corpus: lock.counts: not the counts file that the lock lock names (hint: make both anew: corpus lock --counts)
[2]

$ mv kept lock.counts
$ sed '1s/case=fold/case=keep/' lock > kept; corpus diff --only vocabulary kept new
corpus: lock.counts: made under other rules than the lock kept (hint: make both anew: corpus lock --counts)
[2]
$ corpus diff --only profile --figures bytes,tokens --columns name,old,new bare new
name	old	new
bytes	80	81
tokens	21	22
$ corpus diff --fail-on 'types.added > 0' bare new
corpus: bare: a lock without its counts file, which types.added needs (hint: corpus lock --counts FILE writes one beside the lock)
[2]
$ corpus diff --fail-on 'removed > 0' old.counts new
corpus: old.counts: a counts file does not tell documents apart (hint: give the texts, or a lock)
[2]
$ mkdir beside; cp lock beside/a; cp new/b.txt beside; corpus diff beside new
corpus: beside/b.txt: stands beside a lock, which is a side of its own (hint: compare with the one or the other)
[2]
$ mkdir locks; cp lock locks/a; cp lock locks/b; corpus diff locks new
corpus: locks/b: stands beside a lock, which is a side of its own (hint: compare with the one or the other)
[2]
$ corpus diff --only documents --no-header lock folder.zip
$ corpus diff --case keep new lock
corpus: lock:1: made under other rules than new: case=fold against case=keep (hint: give the same token options here)
[2]
$ corpus freq --case keep --format counts old > keep.counts; corpus diff old.counts keep.counts
corpus: old.counts:1: made under other rules than keep.counts: case=fold against case=keep (hint: make both alike)
[2]

# Conditions: status 1, and each that held, with its figures.
$ corpus diff --only distance --no-header --columns name --fail-on 'tokens.new > 21 && tokens.new < 23 && tokens.old == 21 && tokens.difference == 1' old new
jsd
cosine
spearman
chi_by_df
delta
corpus: --fail-on: tokens.new > 21 && tokens.new < 23 && tokens.old == 21 && tokens.difference == 1 (tokens.new is 22, tokens.old is 21, tokens.difference is 1)
[1]
$ corpus diff --only distance --no-header --columns name --fail-on '(removed > 0 && added > 0) || jsd > 9' old new | wc -l
corpus: --fail-on: (removed > 0 && added > 0) (removed is 1, added is 1)
5
$ corpus diff --fail-on 'added > 0 && [removd] > 0' old new
corpus: diff: --fail-on: column 14: there is no figure removd (hint: did you mean removed?)
  added > 0 && [removd] > 0
               ^
Try 'corpus diff --help'.
[2]
$ corpus diff --only documents --no-header --columns name --fail-on 'removed > 0 || types.added > 9 || tokens.change > 4%' old new
b.txt
c2.txt
d.txt
e.txt
corpus: --fail-on: removed > 0 (removed is 1)
corpus: --fail-on: tokens.change > 4% (tokens.change is 0.047619047619)
[1]
$ corpus diff --only distance --no-header --columns name --fail-on '(removed > 1 || added > 1) && jsd > 0' old new
jsd
cosine
spearman
chi_by_df
delta
$ corpus diff --only documents --fail-on 'removed > 0' old old
section	change	name	old_name	old	new	difference	relative	removed	added	similarity
$ corpus diff --only documents --no-header --columns name --fail-on 'renamed == 1 && changed == 1 && unchanged == 1 && re_encoded == 0' old new
b.txt
c2.txt
d.txt
e.txt
corpus: --fail-on: renamed == 1 && changed == 1 && unchanged == 1 && re_encoded == 0 (renamed is 1, changed is 1, unchanged is 1, re_encoded is 0)
[1]
$ corpus diff --fail-on 'removd > 0' nosuch new
corpus: diff: --fail-on: column 1: there is no figure removd (hint: did you mean removed?)
  removd > 0
  ^
Try 'corpus diff --help'.
[2]
$ corpus diff --fail-on 'added > 0 || tokens > 5' old new
corpus: diff: --fail-on: column 14: there is no figure tokens (hint: tokens.old, tokens.new, tokens.difference or tokens.change)
  added > 0 || tokens > 5
               ^
Try 'corpus diff --help'.
[2]
$ corpus diff --fail-on 'added >' old new
corpus: diff: --fail-on: column 8: expected a text, a number or a name after >, but the expression ends
  added >
         ^
Try 'corpus diff --help'.
[2]
$ corpus diff --only documents --fail-on 'turn_length.change > 1' old new
corpus: --fail-on: turn_length.change is not defined for these sides (hint: leave the condition out)
[2]

# Git: a revision and a path, read without checking anything out.
$ git init --quiet --initial-branch main . && git config user.name ada && git config user.email ada@example.org
$ cp -r old texts && git add texts && git commit --quiet --message old
$ rm -r texts && cp -r new texts && git add --all texts && git commit --quiet --message new
$ corpus diff --only documents --columns change,name,removed,added HEAD~1:texts texts
change	name	removed	added
changed	b.txt	1	2
renamed	c2.txt	0	0
removed	d.txt	3	0
added	e.txt	0	3
$ corpus diff --words b.txt --around 0 HEAD~1:texts HEAD:texts
--- HEAD~1:texts/b.txt
+++ HEAD:texts/b.txt
@@ HEAD~1:texts/b.txt:1:5 HEAD:texts/b.txt:1:5 @@
-c
+x y
$ corpus diff --only documents --no-header HEAD:texts texts
$ corpus diff HEAD~7:texts texts
corpus: HEAD~7:texts: git knows no revision 'HEAD~7' here (hint: git log and git tag list them; a shallow clone holds few)
[2]
$ corpus diff HEAD:text texts
corpus: HEAD:text: no 'text' in revision HEAD (hint: paths in git begin at the top of the repository, or with ./ at the current folder)
[2]
$ corpus lock --counts corpus.counts texts > corpus.lock && git add corpus.lock && git commit --quiet --message lock
$ echo more > texts/f.txt; mv corpus.counts kept; corpus diff --only vocabulary HEAD:corpus.lock texts
corpus: HEAD:corpus.lock: a lock without its counts file, which vocabulary needs (hint: corpus lock --counts FILE writes one beside the lock)
[2]
$ mv kept corpus.counts; git add corpus.counts && git commit --quiet --message counts; rm corpus.counts corpus.lock
$ corpus diff --only vocabulary --columns change,name,new --no-header HEAD:corpus.lock texts
came	more	1
$ corpus diff --only documents --columns change,name,added HEAD:corpus.lock texts
change	name	added
added	f.txt	1

# Sides that cannot be compared.
$ corpus diff old
corpus: diff: NEW is required
Try 'corpus diff --help'.
[2]
$ corpus diff - - < /dev/null
corpus: diff: standard input cannot be both sides
Try 'corpus diff --help'.
[2]
$ corpus diff old nosuch
corpus: nosuch: No such file or directory
[2]
$ : > empty; corpus diff old empty
corpus: empty: no tokens on this side (hint: there is nothing to compare with)
[2]
$ mkdir none; corpus diff old none
corpus: none: no documents in this directory (hint: give a directory that holds texts)
[2]
$ corpus diff --case keep lock new
corpus: lock:1: made under other rules than new: case=fold against case=keep (hint: give the same token options here)
[2]
$ sed 's/^b.txt\t11/b.txt\televen/' lock > bad; corpus diff bad new
corpus: bad:4:7: bytes is not a whole number of 64 bits (hint: make lock files with corpus lock)
[2]
$ sed '1s/lock 1/lock 9/' lock > bad; corpus diff bad new
corpus: bad:1:14: lock files of version 9 are not known to this program, which reads version 1 (hint: use a newer corpus, or make the lock anew with corpus lock)
[2]
$ sed '1s/word@1/word@7/' lock > bad; corpus diff bad new
corpus: bad:1:16: made with another tokenizer: tokenizer=word@7, this program has tokenizer=word@1 (hint: make the lock anew with corpus lock)
[2]
$ sed '3s/\t1\t/\t\t/' old.counts > bad; corpus diff bad new
corpus: bad:3: freq and range are whole numbers (hint: make counts files with corpus freq --format counts)
[2]
$ corpus freq --top 3 --format counts old > cut; corpus diff cut new
corpus: cut:1: the list was cut (top=3) (hint: count again without that)
[2]
$ mkdir mixed; cp old/* lock mixed; corpus diff mixed new
corpus: mixed/lock: a lock among texts (hint: --exclude leaves it out)
[2]

# Options that say nothing here.
$ corpus diff --words b.txt --only documents old new
corpus: diff: --only names sections, and --words prints none
Try 'corpus diff --help'.
[2]
$ corpus diff --around 3 old new
corpus: diff: --around is of --words, which is missing
Try 'corpus diff --help'.
[2]
$ corpus diff --columns left old new
corpus: diff: --columns: left is a column of --words, which is missing
Try 'corpus diff --help'.
[2]
$ corpus diff --only distance --columns similarity,value --no-header old old | head -n 1
	0
$ corpus diff --words nosuch.txt old new
corpus: nosuch.txt: no document of either side is called so (hint: corpus diff --only documents names them)
[2]
$ corpus diff --words d.txt old new
corpus: old/d.txt: is on the old side alone (hint: there is nothing to compare it with)
[2]
$ corpus diff old new > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus diff --words b.txt old new > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus diff examples/station examples/station-2 | head -n 1 | cut -f 1-3
section	change	name

# A condition that was written over would never be asked.
$ corpus diff examples/station examples/station-2 --fail-on 'added > 0' --fail-on 'removed > 99'
corpus: diff: --fail-on is given twice: && and || join expressions
Try 'corpus diff --help'.
[2]

# What was not chosen among the lock's documents would be removed.
$ corpus lock examples/station > chosen.lock
$ corpus diff chosen.lock examples/station --where '!(doc ~ "*02*")' --only documents
corpus: chosen.lock: --where chooses among texts, and here are none (hint: make the lock or the list with the same --where)
[2]
$ corpus diff chosen.lock examples/station --only profile --figures mtld
corpus: left out: mtld (chosen.lock: a lock does not tell mtld)
section	name	old	new	difference	relative

# A list of n-grams is none of words.
$ corpus ngrams --format counts examples/station > pairs.counts
$ corpus diff pairs.counts examples/station
corpus: pairs.counts:1: a list of n-grams, and here words are compared (hint: corpus keywords --ngrams compares such lists)
[2]
