# Tables, archives, wrapped lines, turns and metadata, as every command reads them.
# requires: python3

# A table: a document for each record, its text in one field. Quotes resolve; a record may take several lines.
$ cat > notes.csv <<'END'
> id,year,outlet,text
> n1,2019,Gazette,"Snow fell, and ""fell"" again.
> It stayed."
> n2,2020,Herald,Rain fell.
> n3,2021,Gazette,
> END
$ corpus freq --text-field text --match fell notes.csv
type	freq	per_million	range
fell	3	333333.333333	2
$ corpus tokens --text-field text --columns form,doc,line,column,begin,end notes.csv
form	doc	line	column	begin	end
Snow	notes.csv!1	1	1	0	4
fell	notes.csv!1	1	6	5	9
and	notes.csv!1	1	12	11	14
fell	notes.csv!1	1	17	16	20
again	notes.csv!1	1	23	22	27
It	notes.csv!1	2	1	29	31
stayed	notes.csv!1	2	4	32	38
Rain	notes.csv!2	1	1	0	4
fell	notes.csv!2	1	6	5	9
$ corpus stats --text-field text --id-field id --columns doc,tokens,types notes.csv
doc	tokens	types
notes.csv!n1	7	6
notes.csv!n2	2	2
notes.csv!n3	0	0
total	9	7

# The same as TSV, with a byte order mark and CR LF, and as JSON Lines.
$ printf 'id\tyear\ttext\nn1\t2019\tSnow fell.\nn2\t2020\tRain fell.\n' > notes.tsv
$ printf '\xef\xbb\xbfid,year,text\r\nn1,2019,Snow fell.\r\nn2,2020,Rain fell.\r\n' > crlf.csv
$ printf '{"id": "n1", "year": 2019, "text": "Snow fell."}\n{"text": "Rain fell.", "id": "n2", "year": 2020}\n' > notes.jsonl
$ for table in notes.tsv crlf.csv notes.jsonl; do
>   corpus tokens --text-field text --id-field id --where 'year < 2020' --columns form,doc,begin --no-header $table; done
Snow	notes.tsv!n1	0
fell	notes.tsv!n1	5
Snow	crlf.csv!n1	0
fell	crlf.csv!n1	5
Snow	notes.jsonl!n1	0
fell	notes.jsonl!n1	5
$ corpus freq --text-field text --table csv --no-header --columns type < crlf.csv | head -n 1
fell

# Fields select and group. They are compared as numbers with numbers, and as texts with texts.
$ corpus freq --text-field text --where 'year >= 2020' --no-header notes.csv
fell	1	500000	1
rain	1	500000	1
$ corpus freq --text-field text --where 'outlet in ("Herald", "Post") || year < 2000' --no-header --columns type notes.csv
fell
rain
$ corpus freq --text-field text --where 'outlet ~ "G*" and not (year == 2021)' --no-header --columns type --top 1 notes.csv
fell
$ corpus tokens --text-field text --id-field id --where 'doc == "notes.csv!n2"' --columns form --no-header notes.csv
Rain
fell
$ corpus freq --text-field text --by year --columns type,freq --top 1 notes.csv
year	type	freq
2019	fell	2
2020	fell	1
$ corpus stats --text-field text --by outlet --columns tokens,types notes.csv
outlet	tokens	types
Gazette	7	6
Herald	2	2
total	9	7
$ printf 'Date of birth,text\n1970-01-01,a b\n1980-01-01,c\n' > born.csv
$ corpus freq --text-field text --where '`Date of birth` < "1975"' --by 'Date of birth' --columns type born.csv
Date of birth	type
1970-01-01	a
1970-01-01	b

# What is wrong with an expression is shown in its place.
$ corpus freq --text-field text --where 'year = 2020' notes.csv
corpus: freq: --where: column 6: = has no meaning here (hint: write == instead)
  year = 2020
       ^
Try 'corpus freq --help'.
[2]
$ corpus freq --text-field text --where 'outlet == "Gazette" or "Herald"' notes.csv
corpus: freq: --where: column 24: "Herald" alone is no condition (hint: name == "Herald", or name in ("Herald", …))
  outlet == "Gazette" or "Herald"
                         ^
Try 'corpus freq --help'.
[2]
$ corpus freq --text-field text --where 'outlet > 2020' notes.csv
corpus: notes.csv!1: outlet is 'Gazette', which is not a number (column 1 of --where) (hint: leave such values out before it, or put quotes around the number to compare as texts)
[2]
$ corpus freq --text-field text --where 'yaer > 2020' notes.csv
corpus: --where: no document has a field yaer (hint: did you mean year? There are id, outlet, year; a text stands in quotes)
[2]
$ corpus freq --by outlet examples/station
corpus: --by: no document has a field outlet (hint: fields come from --text-field, --path-fields and --metadata)
[2]
$ corpus freq --where '' examples/station
corpus: freq: --where: an expression is missing
Try 'corpus freq --help'.
[2]

# Tables that are broken: each names file and line, and nothing is counted in part.
$ printf 'id,text\n1,"a b\n' > open.csv; corpus freq --text-field text open.csv
corpus: open.csv:2: the quote that begins cell 2 is never closed (hint: a quote within quotes is written twice)
[2]
$ printf 'id,text\n1,a\n2,b,c\n' > wide.csv; corpus freq --text-field text wide.csv
corpus: wide.csv:3: record 2 has 3 fields, the header has 2
[2]
$ printf 'id,text\n1,a\n\n2\n' > narrow.csv; corpus freq --text-field text narrow.csv 2>&1 | grep -o 'narrow.csv:[0-9]*'
narrow.csv:4
$ corpus freq --text-field txt notes.csv
corpus: notes.csv:1: the table has no field 'txt' (hint: did you mean 'text'? the fields are id, year, outlet, text)
[2]
$ printf '{"text": "a"}\n["text"]\n' > list.jsonl; corpus freq --text-field text list.jsonl
corpus: list.jsonl:2: record 2 is an array, not an object (hint: jq -c '.[]' writes the objects of an array one a line)
[2]
$ printf '{"text": "a"}\n{"text": "b"' > short.jsonl; corpus freq --text-field text short.jsonl
corpus: short.jsonl:2: record 2 is no whole JSON object (hint: jq -c . writes objects one a line)
[2]
$ printf 'id,text\n1,a\n1,b\n' > twice.csv; corpus freq --text-field text --id-field id twice.csv
corpus: twice.csv:3: record 2 has the id '1' of record 1
[2]
$ corpus freq --text-field text --keep-going open.csv born.csv --columns type --no-header
corpus: open.csv:2: the quote that begins cell 2 is never closed (hint: a quote within quotes is written twice)
corpus: open.csv: what follows that place is left out
a
b
c
[2]

# Compressed files and archives, told by what is in them, not by their names.
$ printf 'Snow fell.\n' > a.txt; printf 'Rain fell.\n' > b.txt; mkdir box; cp a.txt b.txt box
$ gzip -c a.txt > one; bzip2 -c a.txt > two; echo KLUv/SQLWQAAU25vdyBmZWxsLgp4gX11 | base64 -d > three
$ echo /Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAKU25vdyBmZWxsLgoAAOcT0GMDp+f0AAEjC8Ib/QkftvN9AQAAAAAEWVo= | base64 -d > four
$ corpus tokens --columns form,doc,line,column,begin,end --no-header one two three four
Snow	one	1	1	0	4
fell	one	1	6	5	9
Snow	two	1	1	0	4
fell	two	1	6	5	9
Snow	three	1	1	0	4
fell	three	1	6	5	9
Snow	four	1	1	0	4
fell	four	1	6	5	9
$ tar -cf box.tar box/a.txt box/b.txt; gzip -c box.tar > any
$ python3 -m zipfile -c box.zip box/a.txt box/b.txt
$ for file in box.tar any box.zip; do corpus stats --columns doc,tokens --no-header $file; done
box.tar!box/a.txt	2
box.tar!box/b.txt	2
total	4
any!box/a.txt	2
any!box/b.txt	2
total	4
box.zip!a.txt	2
box.zip!b.txt	2
total	4
$ gzip -c a.txt | corpus freq --no-header --columns type
fell
snow
$ corpus freq --include '*/b.txt' --no-header --columns type box.tar
fell
rain
$ corpus freq --where 'doc ~ "*/b.txt"' --no-header --columns type box.tar
fell
rain
$ gzip -c notes.csv | corpus stats --text-field text --id-field id --columns doc,tokens --no-header
-!n1	7
-!n2	2
-!n3	0
total	9

# A damaged one is not counted in part, and one that would fill the disk is stopped.
$ head -c 20 one > cut; corpus freq cut
corpus: cut: the gzip data is damaged or cut off: it ends too early (hint: get a whole copy of it)
[2]
$ corpus freq --keep-going cut a.txt --no-header --columns type
corpus: cut: the gzip data is damaged or cut off: it ends too early (hint: get a whole copy of it)
fell
snow
[2]
$ python3 -c 'b = bytearray(open("one", "rb").read()); b[-6] ^= 1; open("sum", "wb").write(b)'; corpus freq sum
corpus: sum: the gzip data is damaged or cut off: incorrect data check (hint: get a whole copy of it)
[2]
$ for size in $(seq 2 $(($(stat -c %s any) - 1))); do head -c $size any > part; corpus freq part; done 2> problems | wc -c
0
$ grep -c '^corpus: part:' problems | diff - <(echo $(($(stat -c %s any) - 2)))
$ head -c 1000000 /dev/zero | tr '\0' 'a' | gzip -c | gzip -c > bomb; corpus freq --max-expanded 10000 bomb
corpus: bomb: what is compressed here comes to more than 10000 bytes (hint: if it is meant to, allow more with --max-expanded)
[2]

# Wrapped lines: a newline is a space, a split word is one, page numbers are not in the text, and places stay true.
$ cat > page.txt <<'END'
> The keeper of the northern lighthouse counted all the ships that
> passed before the winter, and she wrote their names in a great
> book that nobody else was allowed to read. The ships were mostly
> small ones from the islands, with wool and salted fish, and they
> 
> 17
> 
> came back every spring with timber and with glass for the win-
> dows of the new chapel. She knew the captains, and she knew the
> well-known stories that they told about the storm of the century.
> END
$ corpus tokens --columns form,line,column,begin,end --no-header page.txt | grep -E "^(17|they|came|windows|well)"
they	4	61	253	257
came	8	1	263	267
windows	8	59	321	330
well	10	1	390	394
they	10	25	414	418
$ corpus tokens --as sentences --no-header page.txt | cut -c 1-33
The keeper of the northern lighth
The ships were mostly small ones 
She knew the captains, and she kn
$ corpus freq --layout plain --no-header --columns type page.txt | grep -E '^(win|dows|17)$'
17
dows
win
$ corpus freq --dehyphenate never --no-header --columns type page.txt | grep -E '^(win|dows|17|windows)$'
dows
win
$ corpus freq --running-lines keep --no-header --columns type page.txt | grep -E '^(17|windows)$'
17
windows

# Turns: who says what. Where they are asked for, their labels are no part of the text.
$ cat > talk.txt <<'END'
> A conversation at the harbour
> 
> MIRA: Did the ferry come?
> JON: It came at nine. It was late.
> And it was empty.
> MIRA: Empty?
> JON: Not a soul.
> MIRA: Strange.
> JON: Very.
> END
$ corpus freq --by speaker --where speaker --columns type,freq --top 1 talk.txt
speaker	type	freq
MIRA	come	1
JON	it	3
$ corpus freq --where 'speaker == "JON"' --columns type,freq --top 2 --no-header talk.txt
it	3
was	2
$ corpus stats --by turn --where 'turn <= 3' --columns tokens talk.txt
turn	tokens
talk.txt#1	4
talk.txt#2	11
talk.txt#3	1
total	16
$ corpus stats --by speaker --columns turns,turn_length,tokens talk.txt
speaker	turns	turn_length	tokens
	0		5
MIRA	3	2	6
JON	3	5	15
total	6	3.5	26

# A token keeps its sentence and its place, whatever else is taken.
$ corpus tokens --unit turn --columns form,sentence,line,column,begin,turn,speaker talk.txt | grep -E '^(Not|soul)'
Not	7	7	6	128	4	JON
soul	7	7	12	134	4	JON
$ corpus tokens --where 'turn == 4 && paragraph' --columns form,sentence,line,column,begin,turn,speaker --no-header talk.txt
Not	7	7	6	128	4	JON
a	7	7	10	132	4	JON
soul	7	7	12	134	4	JON

# What nobody says, and what has no turns.
$ corpus freq --where 'turn == 3 && speaker == "JON"' talk.txt
type	freq	per_million	range
$ corpus freq --where 'speaker == "Q"' a.txt
corpus: --where: of no document is it known who speaks (hint: --speakers A,B says who take turns, --turn-marker how these begin)
[2]
$ corpus freq --by turn a.txt
corpus: --by: no document has turns (hint: --turn-marker says how they begin; [turn] is the field of that name)
[2]

# A dash names nobody; the user may know who takes turns.
$ printf -- '- Did the ferry come?\n- It came at nine.\n- And?\n- It was empty.\n- Strange.\n- Very strange.\n' > dash.txt
$ corpus freq --by speaker --speakers Mira,Jon --top 1 --columns type,freq dash.txt
speaker	type	freq
Mira	and	1
Jon	it	2

# The turns as a table are an input in turn: `speaker` is then the field, and in brackets so is `turn`.
$ corpus turns --quiet --speakers Mira,Jon --format csv dash.txt > dash.csv
$ corpus freq --text-field text --where 'speaker == "Jon" && [turn] > 2' --no-header --columns type,freq dash.csv
empty	1
it	1
strange	1
very	1
was	1
$ corpus stats --text-field text --by '[doc]' --columns tokens dash.csv
doc	tokens
dash.txt	15
total	15

# Metadata from names, and from a table beside the texts.
$ mkdir -p press/2019 press/2020; cp a.txt press/2019/gazette_1.txt; cp b.txt press/2020/herald_2.txt
$ corpus stats --path-fields '{year}/{outlet}_{id}.txt' --by outlet --columns tokens press
outlet	tokens
gazette	2
herald	2
total	4
$ tar -cf press.tar press; corpus freq --path-fields '{year}/{outlet}_{id}.txt' --where 'year < 2020' --no-header --columns type press.tar
fell
snow
$ printf 'doc,genre\npress/2019/gazette_1.txt,news\nherald_2.txt,letters\n' > meta.csv
$ corpus freq --metadata meta.csv --where 'genre == "letters"' --no-header --columns type press
fell
rain
$ printf 'press/2021/none.txt,news\n' >> meta.csv; corpus freq --metadata meta.csv press
corpus: meta.csv:4: a row for 'press/2021/none.txt', which is no document's name
[2]
$ corpus freq --path-fields '{year}/{outlet}_{id}.txt' press a.txt
corpus: a.txt: the name does not match --path-fields {year}/{outlet}_{id}.txt (hint: --include and --exclude choose files)
[2]

# CoNLL-U: tokens as they are given, their lemmas, and the comments as fields.
$ cat > tree.conllu <<'END'
> # newdoc id = d1
> # meta::genre = news
> # newpar
> # text = Don't stop.
> 1-2	Don't	_	_	_	_	_	_	_	_
> 1	Do	do	AUX	_	_	3	aux	_	_
> 2	n't	not	PART	_	_	3	advmod	_	_
> 3	stop	stop	VERB	_	_	0	root	_	SpaceAfter=No
> 4	.	.	PUNCT	_	_	3	punct	_	_
> 
> # newdoc id = d2
> # meta::genre = letters
> # newpar
> # text = Stops
> 1	Stops	stop	VERB	_	_	0	root	_	_
> 
> END
$ corpus freq --no-header --columns type,freq tree.conllu
don't	1
stop	1
stops	1
$ corpus freq --attribute lemma --no-header --columns type,freq tree.conllu
stop	2
do	1
not	1
$ corpus tokens --columns form,type,doc,line,column --no-header --where 'genre == "letters"' --attribute lemma tree.conllu
Stops	stop	tree.conllu!d2	15	3

# A bad record ends its table, and not the archive that the table lies in.
$ printf 'id,text\na,one\nb\n' > few.csv; printf 'id,text\nc,two\n' > ok.csv; tar -cf both.tar few.csv ok.csv
$ corpus stats --text-field text --columns doc,tokens --keep-going both.tar
corpus: both.tar!few.csv:3: record 2 has 1 field, the header has 2
corpus: both.tar!few.csv: what follows that place is left out
doc	tokens
both.tar!few.csv!1	1
both.tar!ok.csv!1	1
total	2
[2]
