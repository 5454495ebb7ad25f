# corpus tokens: every token with its place, or every sentence.

$ printf 'She’d _never_ left.\nWell-known, 1,850 of them!\n' > a.txt
$ corpus tokens a.txt
form	type	doc	sentence	line	column	begin	end	kind
She’d	she'd	a.txt	1	1	1	0	7	word
_never_	never	a.txt	1	1	7	8	15	word
left	left	a.txt	1	1	15	16	20	word
Well	well	a.txt	2	2	1	22	26	word
known	known	a.txt	2	2	6	27	32	word
1,850	1,850	a.txt	2	2	13	34	39	number
of	of	a.txt	2	2	19	40	42	word
them	them	a.txt	2	2	22	43	47	word

# Lines and columns count from 1, in code points; bytes from 0, where the curly apostrophe has three. They are places in the
# file: cut out, the bytes are the form.
$ corpus tokens --columns begin,end,form --no-header a.txt | while read -r begin end form; do
>   test "$(head -c "$end" a.txt | tail -c +$((begin + 1)))" = "$form" || echo "$form is not at $begin"
> done

# They are so too in other encodings, and behind a byte order mark (of two bytes, or three).
$ (printf '\xff\xfe'; printf 'äb c\r\nd' | iconv -f UTF-8 -t UTF-16LE) > wide.txt; printf '\xef\xbb\xbfäb c' > mark.txt
$ corpus tokens --columns form,line,column,begin,end --no-header wide.txt
äb	1	1	2	6
c	1	4	8	10
d	2	1	14	16
$ corpus tokens --columns form,line,column,begin,end --no-header mark.txt
äb	1	1	3	6
c	1	4	7	8
$ printf 'caf\xe9 noir' | corpus tokens --encoding windows-1252 --columns form,column,begin,end --no-header
café	1	0	4
noir	6	5	9

# Every kind of line end ends a line, and CR LF is one of them.
$ printf 'a\nb\r\nc\rd\n\ne' | corpus tokens --columns form,line,column --no-header
a	1	1
b	2	1
c	3	1
d	4	1
e	6	1

# The options that decide what a token is, and what its type.
$ corpus tokens --columns form --no-header --hyphens split a.txt | sed -n 4,5p
Well
known
$ corpus tokens --hyphens join --drop-numbers --columns form --no-header a.txt | tail -n 3
Well-known
of
them
$ corpus tokens --keep-numbers --drop-numbers --keep-numbers --columns form,kind --no-header a.txt | grep number
1,850	number
$ corpus tokens --punctuation --columns form,kind --no-header a.txt | grep -v word
.	punctuation
-	punctuation
,	punctuation
1,850	number
!	punctuation
$ printf '€ 5 + 5\n' | corpus tokens --punctuation --columns form,kind --no-header
€	symbol
5	number
+	symbol
5	number
$ corpus tokens --case keep --columns type --no-header a.txt | head -n 1
She'd
$ printf 'STRASSE Straße\n' | corpus tokens --case fold --columns type --no-header
strasse
strasse
$ corpus tokens --tokenizer word@1 a.txt | cmp - <(corpus tokens a.txt)
$ corpus tokens --tokenizer word@2 a.txt
corpus: tokens: --tokenizer: 'word@2' is not one of word@1 (did you mean word@1?)
Try 'corpus tokens --help'.
[2]

# One type however it is written: composed or not, with a soft hyphen or without.
$ printf 'caf\u00e9 cafe\u0301 ca\u00adf\u00e9\n' | corpus tokens --columns type --no-header | sort -u
café

# Stopwords, one a line, are compared as types; lines without a word are passed over.
$ printf 'well\r\nOF\n\n***\nshe’d\n' > stop.txt; corpus tokens --stopwords stop.txt --columns form --no-header a.txt
_never_
left
known
1,850
them
$ corpus tokens --stopwords <(echo left) --columns form --no-header a.txt | head -n 3
She’d
_never_
Well
$ printf 'of\nNew York\n' > places.txt; corpus tokens --stopwords places.txt a.txt
corpus: places.txt:2:5: more than one token in a line (hint: one word a line; --hyphens join for words like well-known)
[2]
$ corpus tokens --stopwords - < a.txt
corpus: tokens: --stopwords: standard input cannot be both the text and the list of words
Try 'corpus tokens --help'.
[2]
$ mkdir words; corpus tokens --stopwords words a.txt
corpus: words: a directory cannot be the list of stopwords (hint: give a file)
[2]

# In Turkish and Azerbaijani the i with a dot and the one without are two letters. The language is given, and not taken from
# the environment; a tag may be written in capitals.
$ printf 'DIŞ İZ\n' | corpus tokens --locale tr --columns type --no-header
dış
iz
$ printf 'DIŞ\n' | corpus tokens --locale AZ-Latn --columns type --no-header
dış
$ printf 'DIŞ\n' | LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 corpus tokens --columns type --no-header
diş
$ printf 'DIŞ\n' | corpus tokens --locale turkish
corpus: tokens: --locale: 'turkish' is not a language tag such as en, de-AT or tr
Try 'corpus tokens --help'.
[2]

# Sentences: an abbreviation ends none, a line end always does, and a row of stars is none.
$ printf 'Mr. Smith left. He had\nno hat.\n***\nNone!\n' > hat.txt; corpus tokens --as sentences --locale en hat.txt
text
Mr. Smith left.
He had
no hat.
None!
$ corpus tokens --as sentences --locale en --columns all --no-header hat.txt
Mr. Smith left.	hat.txt	1	1	1	0	15	3		
He had	hat.txt	2	1	17	16	22	2		
no hat.	hat.txt	3	2	1	23	30	2		
None!	hat.txt	4	4	1	35	40	1		
$ corpus tokens --as tokens --locale en --columns sentence,form --no-header hat.txt | uniq -w 1
1	Mr
2	He
3	no
4	None

# Sentences and tokens tell the same story: as many sentences, as many tokens in each.
$ corpus tokens --as sentences --columns doc,sentence,tokens --no-header examples/station > by_sentence
$ corpus tokens --columns doc,sentence --no-header examples/station | uniq -c | awk '{print $2 "\t" $3 "\t" $1}' | cmp - by_sentence

# A column that the rows at hand do not have.
$ corpus tokens --columns text a.txt
corpus: tokens: --columns: there is no column text here
Try 'corpus tokens --help'.
[2]
$ corpus tokens --as sentences --columns form a.txt
corpus: tokens: --columns: there is no column form here
Try 'corpus tokens --help'.
[2]

# Nothing in, nothing out but the header.
$ corpus tokens < /dev/null
form	type	doc	sentence	line	column	begin	end	kind
$ corpus tokens --as sentences < /dev/null
text

# What stands before ill-formed bytes has been printed; then the place is named.
$ printf 'one\ntwo\nthr\xe9e\n' > bad.txt; corpus tokens --columns form bad.txt
form
one
two
...
corpus: bad.txt:3:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus tokens --columns form --format table bad.txt
form
one
two
...
corpus: bad.txt:3:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]

# A tab or a backslash in a field would break the table, so it is written \t, \\.
$ printf 'x\\y\tz\n' | corpus tokens --as sentences --no-header
x\\y\tz

# A reader that leaves early is no failure.
$ set -o pipefail; corpus tokens examples/station | head -n 1
form	type	doc	sentence	line	column	begin	end	kind

# A counts file is a list, and no text.
$ printf 'a b a\n' | corpus freq --format counts > ab.counts; corpus tokens ab.counts
form	type	doc	sentence	line	column	begin	end	kind
corpus: ab.counts: a counts file holds no running text, which tokens and their places need (hint: give the texts themselves)
[2]
$ corpus tokens --as sentences ab.counts
text
corpus: ab.counts: a counts file holds no running text, which tokens and their places need (hint: give the texts themselves)
[2]
