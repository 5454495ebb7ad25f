# corpus tokens: every token with its place, or every sentence.

$ printf 'She’d _never_ left.\nWell-known, 1,850 of them!\n' > a.txt
$ corpus tokens a.txt
form	type	doc	sentence	line	column	begin	end	kind
...

# A type may differ from its form, and a number is a token of its own kind.
$ corpus tokens --columns form,type,kind --no-header a.txt
She’d	she'd	word
_never_	never	word
left	left	word
Well	well	word
known	known	word
1,850	1,850	number
of	of	word
them	them	word

# Lines and columns count from 1, in code points; bytes from 0, where the curly apostrophe has three.
$ corpus tokens --columns form,line,column,begin,end --no-header a.txt | head -n 4
She’d	1	1	0	7
_never_	1	7	8	15
left	1	15	16	20
Well	2	1	22	26

# The options that decide what a token is.
$ corpus tokens --hyphens join --drop-numbers --columns form --no-header a.txt | tail -n 3
Well-known
of
them
$ corpus tokens --punctuation --columns form,kind --no-header a.txt | grep -v word
.	punctuation
-	punctuation
,	punctuation
1,850	number
!	punctuation
$ corpus tokens --case keep --columns type --no-header a.txt | head -n 1
She'd
$ printf 'well\nOF\n' > stop.txt; corpus tokens --stopwords stop.txt --columns form --no-header a.txt | tail -n 3
known
1,850
them
$ printf 'DIŞ\n' | corpus tokens --locale tr --columns type --no-header
dış

# Sentences: an abbreviation ends none, a line end always does.
$ printf 'Mr. Smith left. He had\nno hat.\n***\n' | corpus tokens --as sentences --locale en --no-header
Mr. Smith left.
He had
no hat.

# Nothing in, nothing out but the header.
$ corpus tokens < /dev/null
form	type	doc	sentence	line	column	begin	end	kind

# What stands before ill-formed bytes has been printed; then the place is named.
$ printf 'one\ntwo\nthr\xe9e\n' > bad.txt; corpus tokens --columns form bad.txt
form
...
corpus: bad.txt:3:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus tokens --columns form --no-header --encoding windows-1252 bad.txt
one
two
thrée

# A reader that leaves early is no failure.
$ set -o pipefail; corpus tokens examples/station | head -n 1
form	type	doc	sentence	line	column	begin	end	kind
