# corpus kwic: words and patterns in their contexts.
# requires: python3

$ printf 'Of course he left.\nIt was, of\ncourse, late; a matter of course.\n\nof course\n' > a.txt; corpus kwic 'of course' a.txt
doc	line	column	left	node	right
a.txt	1	1		Of course	 he left. It was, of course, late; a matter of course.  of c
a.txt	2	9	Of course he left. It was, 	of course	, late; a matter of course.  of course 
a.txt	3	24	Of course he left. It was, of course, late; a matter 	of course	.  of course 
a.txt	5	1	urse he left. It was, of course, late; a matter of course.  	of course	 

# Between the words of a hit there is only white space, line ends included; a blank line ends a paragraph.
$ printf 'of course, of -- course of, course of\n\ncourse\n' > gaps.txt; corpus kwic --columns line,column,node 'of course' gaps.txt
line	column	node
1	1	of course
$ corpus kwic --over-punctuation --columns line,column,node 'of course' gaps.txt
line	column	node
1	1	of course
1	12	of -- course
1	25	of, course
$ corpus kwic --across --columns line,column,node 'of course' gaps.txt
line	column	node
1	1	of course
1	36	of  course
$ corpus kwic --over-punctuation --across --columns begin,end --no-header 'of course' gaps.txt | while read -r begin end; do
>   head -c "$end" gaps.txt | tail -c +$((begin + 1)) | tr '\n' '/'; echo
> done
of course
of -- course
of, course
of//course

# A narrow no-break space is part of the word that it stands in or at: French sets off thousands and marks with it.
$ printf 'Dix mille, 10\u202f000\u202f! Vraiment\u202f\n' > fr.txt
$ corpus kwic --columns column,node --no-header '10 000' fr.txt
12	10 000 
$ corpus kwic --columns column,node --no-header '1? *|dix' fr.txt
1	Dix
12	10 000 
$ corpus kwic --context 1s --columns left,node,right --no-header vraiment fr.txt
	Vraiment 	

# Words are compared as types: capitals, composed letters, apostrophes, soft hyphens. --exact compares them as they stand.
$ printf 'CAF\u00c9 cafe\u0301 ca\u00adf\u00e9 cafe Don\u2019t don'"'"'t\n' > forms.txt
$ corpus kwic --columns column,node --no-header "café|don't" forms.txt
1	CAFÉ
6	café
12	ca­fé
23	Don’t
29	don't
$ corpus kwic --exact --columns column,node --no-header "CAFÉ|don't" forms.txt
1	CAFÉ
29	don't
$ printf 'DIŞ diş\n' | corpus kwic --locale tr --columns node --no-header dış
DIŞ
$ printf 'The the\n' | corpus kwic --case keep --columns column --no-header the
5

# * and ? inside words, | between them, and a backslash before either. A phrase may have all.
$ printf 'undo unable unbearable able table. *\n' > un.txt; corpus kwic --columns node --no-header 'un*able' un.txt
unable
unbearable
$ corpus kwic --columns node --no-header '?able|undo' un.txt
undo
table
$ corpus kwic --columns node --no-header '* un*|tab*' un.txt
undo unable
unable unbearable
able table
$ corpus kwic --punctuation --columns node,column --no-header '\*' un.txt
*	36

# What the tokenizer divides is a phrase; what --hyphens join joins is one word.
$ echo 'A well-known well, known well.' > well.txt; corpus kwic --columns column,node --no-header well-known well.txt
3	well-known
$ corpus kwic --hyphens join --columns column,node --no-header well-known well.txt
3	well-known
$ corpus kwic --hyphens join --columns column,node --no-header well well.txt
14	well
26	well

# A regular expression is for the whole type, and any case, unless types or forms are told apart by it.
$ corpus kwic --regex --columns node --no-header '.+ABLE' un.txt
unable
unbearable
table
$ corpus kwic --regex --exact '.+ABLE' un.txt
doc	line	column	left	node	right
[1]

# The corpus query language. Its words are the source's, unless %c or %d fold them.
$ echo 'She took a fine old place. He takes the place, and they take Place.' > cql.txt
$ corpus kwic --cql --columns node --no-header '[type="t[ao]ke?(s)?|took"] []{0,3} "place" %c' cql.txt
took a fine old place
takes the place
take Place
$ corpus kwic --cql --columns node --no-header '"place" %c' cql.txt
place
place
Place
$ corpus kwic --cql --columns node --no-header '[word!="place" & type="pl.*" | word="He"]' cql.txt
He
Place
$ corpus kwic --cql --columns node --no-header '("She" | "they") [type="t.*"] "a"?' cql.txt
She took a
they take
$ printf 'Cafe CAFÉ\n' | corpus kwic --cql --columns node --no-header '"café" %cd'
Cafe
CAFÉ
$ printf 'One two. Three four\n' | corpus kwic --cql --columns node --no-header --over-punctuation '[]{2} within s'
One two
Three four

# Several queries: a line says which of them found it.
$ corpus kwic -e place -e 'the place' --columns column,query,node cql.txt
column	query	node
21	place	place
37	the place	the place
41	place	place
62	place	Place
$ printf 'place\r\n\r\n  the place\r\n' > queries; corpus kwic --queries queries --columns column,query,node --no-header cql.txt |
> cmp - <(corpus kwic -e place -e 'the place' --columns column,query,node --no-header cql.txt)
$ echo place | corpus kwic -f - --columns column --no-header cql.txt
21
41
62

# Hits may overlap, as bigrams do; of those that begin at one token, the longest.
$ echo 'the the the' | corpus kwic --columns column,node --no-header 'the the'
1	the the
5	the the
$ echo 'very very good' | corpus kwic --cql --columns column,node --no-header '"very"+ "good"'
1	very very good

# A bad query: the place is pointed at. In a file, it has a line too.
$ corpus kwic --cql '[word="take" %x] []' a.txt
corpus: kwic: QUERY: column 15: there is no flag %x (hint: %c folds case, %d drops diacritics, %l takes the value as it is)
  [word="take" %x] []
                ^
Try 'corpus kwic --help'.
[2]
$ corpus kwic --cql '"a" []{2,1}' a.txt
corpus: kwic: QUERY: column 7: {2,1} runs backwards (hint: {1,2})
  "a" []{2,1}
        ^
Try 'corpus kwic --help'.
[2]
$ corpus kwic --regex 'Größe(' a.txt
corpus: kwic: QUERY: column 6: the regular expression is malformed here (hint: put \ before a character that stands for itself)
  Größe(
       ^
Try 'corpus kwic --help'.
[2]
$ corpus kwic -e '' a.txt
corpus: kwic: --query: a query is missing
Try 'corpus kwic --help'.
[2]
$ corpus kwic $'caf\xe9' a.txt
corpus: kwic: QUERY: 'caf\xe9' is not valid UTF-8
Try 'corpus kwic --help'.
[2]
$ printf '"a"\n\n  "b" [\n' > bad.queries; corpus kwic --cql -f bad.queries a.txt
corpus: bad.queries:3:8: expected an attribute, not the end (hint: [word="take"]; [] is any token)
[2]
$ echo > none.queries; corpus kwic -f none.queries a.txt
corpus: none.queries: there is no query in this file
[2]
$ printf 'caf\xe9\n' > latin.queries; corpus kwic -f latin.queries a.txt
corpus: latin.queries:1:4: byte 0xE9 is not valid UTF-8 (hint: the list of queries must be UTF-8)
[2]
$ corpus kwic -f nosuch a.txt
corpus: nosuch: No such file or directory
[2]
$ corpus kwic -f examples a.txt
corpus: examples: a directory cannot be the list of queries (hint: give a file)
[2]
$ corpus kwic -f - < a.txt
corpus: kwic: --queries: standard input can be read once, for the queries or the text
Try 'corpus kwic --help'.
[2]
$ corpus kwic
corpus: kwic: a query is missing: corpus kwic 'of course' FILE
Try 'corpus kwic --help'.
[2]
$ corpus kwic --regex --cql x a.txt
corpus: kwic: --regex and --cql: a query is one or the other
Try 'corpus kwic --help'.
[2]
$ corpus kwic --exact --cql x a.txt
corpus: kwic: --exact: CQL's word is the exact form already
Try 'corpus kwic --help'.
[2]

# Operands are all inputs where queries have a name, as with grep.
$ corpus kwic --columns doc --no-header -e course a.txt gaps.txt | uniq -c
      4 a.txt
      4 gaps.txt
$ corpus kwic course -e place cql.txt
corpus: course: No such file or directory
[2]

# Contexts: characters as readers take them, words, sentences, turns. None reaches beyond the document.
$ printf 'One e\u0301lan of two. Three four\nfive. Six.' > context.txt; corpus kwic --context 4c --columns left,node,right --no-header of context.txt
lan 	of	 two
$ corpus kwic --context 0c --columns left,node,right --no-header three context.txt
	Three	
$ corpus kwic --context 2w --columns left,node,right --no-header three context.txt
of two. 	Three	 four five
$ corpus kwic --context 1s --columns left,node,right --no-header two context.txt
One élan of 	two	.
$ corpus kwic --context 2s --columns left,node,right --no-header three context.txt
One élan of two. 	Three	 four five.
$ printf 'ANNA: Who is it?\nBO: It is me.\nANNA: I see you.\n' > walk.txt
$ corpus kwic --context 1turn is walk.txt
doc	line	column	turn	speaker	left	node	right
walk.txt	1	11	1	ANNA	ANNA: Who 	is	 it?
walk.txt	2	8	2	BO	BO: It 	is	 me.
$ corpus kwic --unit turn --context 2turns --columns turn,left,node,right --no-header me walk.txt
2	Who is it? It is 	me	. I see you.
$ corpus kwic --cql '"it" %c []? "is|me" within turn' --columns node --no-header --across walk.txt
It is me
$ corpus kwic --context 8x is walk.txt
corpus: kwic: --context: '8x' is not a context such as 60c, 8w, 1s or 1turn
Try 'corpus kwic --help'.
[2]
$ corpus kwic --context 0s is walk.txt
corpus: kwic: --context: '0s' is not a context such as 60c, 8w, 1s or 1turn
Try 'corpus kwic --help'.
[2]
$ corpus kwic --context 1turn --columns node is a.txt cql.txt
node
[1]

# Columns: the default, all of them, and that of --by.
$ corpus kwic --columns speaker,turn,place,begin,end --no-header me walk.txt
BO	2	walk.txt:2	27	29
$ corpus kwic --columns all --no-header --context 1w me walk.txt
walk.txt:2	walk.txt	2	11	2	BO	me	is 	me	. ANNA	27	29	[{"form":"is","type":"is","begin":24,"end":26}]	[{"form":"me","type":"me","begin":27,"end":29}]	[{"form":"ANNA","type":"anna","begin":31,"end":35}]
$ corpus kwic --by speaker --columns left,node --context 1w 'is|me' walk.txt
group_speaker	left	node
ANNA	Who 	is
BO	It 	is
BO	is 	me
$ corpus kwic --columns nosuch me walk.txt
corpus: kwic: --columns: 'nosuch' is not one of place, doc, line, column, turn, speaker, query, left, node, right, begin, end, left_tokens, node_tokens, right_tokens, hits, tokens, per_million, value, share, range, all
Try 'corpus kwic --help'.
[2]
$ corpus kwic --columns hits me walk.txt
corpus: kwic: --columns: there is no column hits here
Try 'corpus kwic --help'.
[2]

# JSON Lines have the tokens too, each with its bytes.
$ corpus kwic --context 1w --format jsonl me walk.txt
{"doc":"walk.txt","line":2,"column":11,"left":"is ","node":"me","right":". ANNA","begin":27,"end":29,"left_tokens":[{"form":"is","type":"is","begin":24,"end":26}],"node_tokens":[{"form":"me","type":"me","begin":27,"end":29}],"right_tokens":[{"form":"ANNA","type":"anna","begin":31,"end":35}]}
$ corpus kwic --format jsonl --context 20c 'snow*' examples/station > lines; python3 - <<'PYTHON'
> import json
> for line in open("lines"):
>     row = json.loads(line)
>     source = open(row["doc"], "rb").read()
>     assert source[row["begin"]:row["end"]].decode() == row["node"], row
>     for side in ("left", "node", "right"):
>         for token in row[side + "_tokens"]:
>             form = source[token["begin"]:token["end"]].decode()
>             assert form == token["form"] or "\n" in form, token
>             assert token["form"] in row[side], token
> PYTHON
$ corpus kwic --format csv --columns left,node --context 1w --no-header is walk.txt
Who ,is
It ,is
$ corpus kwic --format markdown --columns line,left,node,right --context 1w is walk.txt
| line | left | node | right |
| ---: | --- | --- | --- |
| 1 | Who  | is |  it |
| 2 | It  | is |  me |
$ corpus kwic --format table --context 12c is walk.txt
place                  left  node  right
walk.txt:1        ANNA: Who  is  it? BO: It
walk.txt:2       it? BO: It  is  me. ANNA: I
2 hits, in 1 of 1 document

# Sorting: by the words around the node, the node, the document, and how frequent the node is. Ties stay as in the text.
$ printf 'b x d. a X c. B y a. a x c, Z x.\n' > sort.txt; corpus kwic --sort 1R,1L --context 1w --columns left,node,right,column --no-header 'x|y' sort.txt
Z 	x	.	31
B 	y	 a	17
a 	X	 c	10
a 	x	 c	24
b 	x	 d	3
$ corpus kwic --sort 1L --context 1w --columns left,node,column --no-header 'x|y' sort.txt
a 	X	10
a 	x	24
b 	x	3
B 	y	17
Z 	x	31
$ corpus kwic --sort freq,1L --context 1w --columns left,node,column --no-header 'x|y' sort.txt
a 	X	10
a 	x	24
b 	x	3
Z 	x	31
B 	y	17
$ corpus kwic --sort node,2L --context 0c --columns node,column --no-header 'x|y' sort.txt
x	3
x	24
x	31
X	10
y	17
$ corpus kwic --sort doc,node --context 0c --columns doc,node --no-header 'x|y|me' walk.txt sort.txt
sort.txt	x
sort.txt	X
sort.txt	x
sort.txt	x
sort.txt	y
walk.txt	me
$ printf 'x zebra x öl x oben x Öl\n' | corpus kwic --sort 1R --columns right --context 1w --no-header x
 oben
 öl
 Öl
 zebra
$ printf 'x zebra x öl x oben x Öl\n' | corpus kwic --sort 1R --locale sv --columns right --context 1w --no-header x
 oben
 zebra
 öl
 Öl
$ corpus kwic --sort 1R --top 2 --context 1w --columns node,right --no-header 'x|y' sort.txt
x	.
y	 a
$ corpus kwic --sort 10R x sort.txt
corpus: kwic: --sort: '10R' is not one of node, doc, freq, 1R, 2R, 3R, 4R, 5R, 6R, 7R, 8R, 9R, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L (did you mean 1R?)
Try 'corpus kwic --help'.
[2]

# A sample is the same on every machine, in the order of the text, and from all of it; another seed draws another.
$ seq 1000 | sed 's/$/ x/' > many.txt; corpus kwic --sample 5 --columns line --no-header x many.txt
2
346
471
618
693
$ corpus kwic --sample 5 --columns line --no-header x many.txt | cmp - <(corpus kwic --sample 5 --seed 1 --columns line --no-header x many.txt)
$ corpus kwic --sample 5 --seed 7 --columns line --no-header x many.txt
89
197
307
405
988
$ corpus kwic --sample 2000 --columns line --no-header x many.txt | cmp - <(seq 1000)
$ corpus kwic --sample 3 --sort 1R --columns line --no-header x many.txt | wc -l
3
$ corpus kwic --seed 3 x many.txt
corpus: kwic: --seed says which --sample, which is missing
Try 'corpus kwic --help'.
[2]
$ corpus kwic --sample 3 --count x many.txt
corpus: kwic: --sample chooses lines, and there are none here
Try 'corpus kwic --help'.
[2]

# --top and --max-count: the first of all, and of each document. A table says of how many; nothing else is cut.
$ corpus kwic --top 2 --columns doc,node --no-header 'is|x' walk.txt sort.txt
walk.txt	is
walk.txt	is
$ corpus kwic -m 1 --columns doc,node --no-header 'is|x' walk.txt sort.txt
walk.txt	is
sort.txt	x
$ corpus kwic --top 2 --format table --columns node 'is|x' walk.txt sort.txt
node
is
is
2 of 6 hits shown, in 2 of 2 documents
$ corpus kwic -m 1 --format table --columns node 'is|x' walk.txt sort.txt
node
is
x
2 hits, in 2 of 2 documents (at most 1 of each)
$ corpus kwic x many.txt | wc -l
1001

# In place of lines: hits of each document, of each group, of each node or neighbour; names of documents; nothing.
$ corpus kwic --count snow examples/station
doc	hits
examples/station/01-keeper.txt	18
examples/station/02-engineer.txt	7
examples/station/03-annals.txt	6
examples/station/04-visitor.txt	8
$ corpus kwic -c -e snow -e nosuch examples/station/01-keeper.txt
doc	query	hits
examples/station/01-keeper.txt	snow	18
examples/station/01-keeper.txt	nosuch	0
$ corpus kwic --by speaker snow examples/station/04-visitor.txt
speaker	hits	tokens	per_million
	0	60	0
INTERVIEWER	0	133	0
MAREN HOLT	8	1296	6172.83950617
$ corpus kwic --by speaker -c snow examples/station/04-visitor.txt | cmp - <(corpus kwic --by speaker snow examples/station/04-visitor.txt)
$ corpus freq --by speaker --match snow --no-header examples/station/04-visitor.txt
MAREN HOLT	snow	8	6172.83950617	1
$ corpus kwic --group-by node 'snow*|ice' examples/station
value	hits	share	range
snow	39	0.795918367347	4
ice	9	0.183673469388	4
snowed	1	0.0204081632653	1
$ corpus kwic --group-by 1L --top 2 snow examples/station
value	hits	share	range
the	9	0.230769230769	4
new	4	0.102564102564	1
$ corpus kwic --group-by 1R --by doc --top 1 snow examples/station
doc	value	hits	share	range
examples/station/01-keeper.txt	on	3	0.166666666667	1
examples/station/02-engineer.txt	is	2	0.285714285714	1
examples/station/03-annals.txt	i	2	0.333333333333	1
examples/station/04-visitor.txt	and	2	0.25	1
$ corpus kwic --group-by node --exact 'snow|Snow' --columns value,hits --no-header examples/station
snow	33
Snow	6
$ corpus kwic -l cable walk.txt examples/station a.txt
examples/station/01-keeper.txt
examples/station/02-engineer.txt
examples/station/03-annals.txt
examples/station/04-visitor.txt
$ corpus kwic -L cable walk.txt examples/station a.txt
walk.txt
a.txt
$ corpus kwic -l nosuch walk.txt
[1]
$ corpus kwic -L nosuch walk.txt
walk.txt
[1]
$ corpus kwic -cl is walk.txt
walk.txt
$ corpus kwic -q is walk.txt
$ corpus kwic -q nosuch walk.txt
[1]
$ corpus kwic -l -L is walk.txt
corpus: kwic: --files-with and --files-without: a document is in one of the lists
Try 'corpus kwic --help'.
[2]
$ corpus kwic -c --group-by node is walk.txt
corpus: kwic: --count and --group-by: say one of them
Try 'corpus kwic --help'.
[2]
$ corpus kwic -c --sort 1R is walk.txt
corpus: kwic: --sort orders lines, and there are none here
Try 'corpus kwic --help'.
[2]
$ corpus kwic -l --top 1 is walk.txt
corpus: kwic: --top is of lines and of --group-by
Try 'corpus kwic --help'.
[2]

# The exit status is 1 where nothing is found, whatever is printed, and 0 where anything is.
$ for format in table tsv csv jsonl markdown; do
>   for view in --no-header -c --by=doc --group-by=node -l -L -q --sort=node --sample=3; do
>     for query in me nosuch; do corpus kwic --format $format $view $query walk.txt > out; echo $query $?; done
>   done
> done | sort | uniq -c
     45 me 0
     45 nosuch 1
$ corpus kwic -m 0 me walk.txt
doc	line	column	left	node	right
[1]

# Trouble is 2. Lines before it are printed, and where they are found does not hang on how much text comes at a time; sums
# are not printed. A hit is enough for --quiet, as with grep.
$ printf 'x one\nx tw\xe9\nx three\n' > bad.txt; corpus kwic --context 3c x sort.txt bad.txt
doc	line	column	left	node	right
sort.txt	1	3	b 	x	 d.
sort.txt	1	10	 a 	X	 c.
sort.txt	1	24	 a 	x	 c,
sort.txt	1	31	 Z 	x	. 
bad.txt	1	1		x	 on
bad.txt	2	1	ne 	x	 tw
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ (printf 'x one\nx t'; sleep 0.2; printf 'w\xe9\nx three\n') | corpus kwic --context 3c --no-header x 2>/dev/null | cut -f 2-
1	1		x	 on
2	1	ne 	x	 tw
$ corpus kwic --sort node x sort.txt bad.txt
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus kwic --group-by node x sort.txt bad.txt
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus kwic -c x sort.txt bad.txt
doc	hits
sort.txt	4
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus kwic -q x sort.txt bad.txt
$ corpus kwic -q nosuch sort.txt bad.txt
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus kwic --keep-going -c x sort.txt bad.txt
doc	hits
corpus: bad.txt:2:5: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
sort.txt	4
[2]
$ corpus kwic me walk.txt nosuch.txt
corpus: nosuch.txt: No such file or directory
[2]
$ corpus kwic --cql '[lemma="be"]' walk.txt
doc	line	column	left	node	right
corpus: walk.txt: running text has no lemmas and no parts of speech (hint: they come with CoNLL-U)
[2]
$ corpus freq --format counts walk.txt > walk.counts; corpus kwic me walk.counts
doc	line	column	left	node	right
corpus: walk.counts: a counts file holds no running text, which contexts need (hint: give the texts themselves)
[2]
$ corpus kwic me walk.txt > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]

# Reading ends when the rest cannot matter: these inputs have no end.
$ yes snow | corpus kwic -q snow
$ yes snow | corpus kwic -l snow
-
$ yes snow | corpus kwic -m 1 --context 0c --no-header snow
-	1	1		snow	
$ yes snow | corpus kwic --top 1 --context 0c --no-header snow
-	1	1		snow	
$ yes snow | corpus kwic --context 0c snow | head -n 2
doc	line	column	left	node	right
-	1	1		snow	

# But a manifest names all bytes.
$ corpus kwic -q --manifest how.json me walk.txt sort.txt; grep -c sha256 how.json; sha256sum walk.txt sort.txt | cut -d ' ' -f 1 | grep -c -F -f - how.json
2
2
$ grep -e QUERY -e max-count how.json
    "QUERY": "me",
    "--max-count": null,

# Standard input, a member of an archive, a record of a table, another encoding.
$ corpus kwic --context 1w --no-header me < walk.txt
-	2	11	is 	me	. ANNA
$ tar -czf walk.tar.gz walk.txt; corpus kwic --context 1w --no-header me walk.tar.gz
walk.tar.gz!walk.txt	2	11	is 	me	. ANNA
$ corpus kwic --text-field text --context 1w --no-header snow examples/reading/reports.csv | head -n 2
examples/reading/reports.csv!1	1	1		Snow	 until
examples/reading/reports.csv!3	1	23	to 	snow	.
$ printf '\xff\xfe' > wide.txt; printf 'äb me\r\nc me' | iconv -f UTF-8 -t UTF-16LE >> wide.txt; corpus kwic --context 1w --columns line,column,left,node,begin,end --no-header me wide.txt
1	4	äb 	me	8	12
2	3	c 	me	20	24

# CR LF and CR end lines too.
$ printf 'of\r\ncourse\rof\r\n\r\ncourse\n' | corpus kwic --columns line,column,node,begin,end --no-header 'of course'
1	1	of course	0	10

# Wrapped text: the word is rejoined; its place is that of its first byte, and its bytes span the break.
$ corpus kwic --columns line,column,node,begin,end --no-header nobody examples/station/03-annals.txt | head -n 1
12	61	nobody	457	465
$ sed -n 12,13p examples/station/03-annals.txt
- On the second day. On the first day there was a storm and no-
body could get down to register me. My father entered me in the 

# CoNLL-U: forms as elsewhere; lemma and upos in CQL.
$ corpus kwic --columns doc,line,node --no-header vamos examples/reading/log.conllu
examples/reading/log.conllu!march	6	Vamos
examples/reading/log.conllu!april	26	vamos
$ corpus kwic --cql --columns doc,line,node,right --no-header '[lemma="ir" & upos="VERB"]' examples/reading/log.conllu
examples/reading/log.conllu!march	6	Vamos	 al refugio. Yo no. 
examples/reading/log.conllu!april	26	vamos	. 
$ corpus kwic --cql --columns node --no-header '[upos="ADP|DET"]' examples/reading/log.conllu
al
al

# --where: hits in what it takes, contexts from all.
$ corpus kwic --where 'speaker == "ANNA"' --context 3w --columns left,node,right --no-header 'is|see|me' walk.txt
Who 	is	 it? It is
is me. I 	see	 you.
