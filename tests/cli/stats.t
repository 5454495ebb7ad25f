# corpus stats: the measures of each document and of all together.

# Checked by hand: six tokens, four types, two of them once; what needs a longer text is empty.
$ echo a rose is a rose indeed > rose.txt
$ corpus stats --columns doc,tokens,types,hapaxes,ttr,guiraud_r,mattr rose.txt
doc	tokens	types	hapaxes	ttr	guiraud_r	mattr
rose.txt	6	4	2	0.666666666667	1.63299316186	
total	6	4	2	0.666666666667	1.63299316186	

# An undefined value is null in JSON, and never 0.
$ corpus stats --columns doc,sttr,mtld --format jsonl /dev/null
{"doc":"/dev/null","sttr":null,"mtld":null}
{"doc":"total","sttr":null,"mtld":null}

# Parameters are options.
$ corpus stats --columns mattr,msttr --mattr-window 2 --msttr-segment 3 --no-header rose.txt | head -n 1
1	1

# Sizes of the units.
$ printf 'Mr. Smith left. He had\n\nno hat.\n' > hat.txt
$ corpus stats --locale en --columns bytes,characters,lines,paragraphs,sentences,tokens --no-header hat.txt | head -n 1
32	32	3	2	3	7

# Readability is of a language; a formula without constants for it is left out, or refused where it is named.
$ corpus stats --readability rose.txt
...
[2]
$ corpus stats --locale de --columns smog rose.txt
...
[2]

# The growth of the vocabulary.
$ corpus stats --growth --growth-points 3 --columns tokens,types,hapaxes rose.txt
tokens	types	hapaxes
2	2	2
4	3	2
6	4	2
