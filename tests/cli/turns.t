# corpus turns: what each speaker says, turn by turn.
# requires: python3

# Names before a colon. What stands before the first turn is none; a paragraph without a name goes on with the turn. How
# turns were told apart stands on standard error.
$ printf 'A Walk\n\nANNA: Who?\n\nBO: Me. I came\tup.\n\n  And then\\so on. \n\nANNA: I see.\n' > walk.txt; corpus turns walk.txt
corpus: walk.txt: a turn begins with NAME: (sureness 0.67)
doc	turn	speaker	line	tokens	text
walk.txt	1	ANNA	3	1	Who?
walk.txt	2	BO	5	8	Me. I came\tup.\nAnd then\\so on.
walk.txt	3	ANNA	9	2	I see.

# A dash names nobody, unless it is said who take turns.
$ printf -- '- Who?\n- Me.\n- I see.\n' > dash.txt; corpus turns dash.txt
corpus: dash.txt: a turn begins with a hyphen (sureness 1.00)
doc	turn	speaker	line	tokens	text
dash.txt	1		1	1	Who?
dash.txt	2		2	1	Me.
dash.txt	3		3	2	I see.
$ corpus turns --quiet --speakers Anna,Bo --no-header dash.txt
dash.txt	1	Anna	1	1	Who?
dash.txt	2	Bo	2	1	Me.
dash.txt	3	Anna	3	2	I see.

# The place is that of the text, without the label: cut out, its first bytes and its last are those of the text.
$ corpus turns --quiet --columns turn,line,column,begin,end walk.txt
turn	line	column	begin	end
1	3	7	14	18
2	5	5	24	57
3	9	7	66	72
$ head -c 57 walk.txt | tail -c +25
Me. I came	up.

  And then\so on.
(no line end)

# The tokens are those that corpus tokens lists.
$ corpus turns --quiet --columns turn,tokens --no-header walk.txt > by_turn
$ corpus tokens --unit turn --columns turn --no-header walk.txt | sed '/^0*$/d' | uniq -c | awk '{print $2 "\t" $1}' | cmp - by_turn

# All four interviews: as many turns as their description says, one of them unmarked in the second.
$ corpus turns --columns doc --no-header examples/station | uniq -c
corpus: examples/station/01-keeper.txt: a turn begins with an en dash (sureness 1.00)
corpus: examples/station/02-engineer.txt: a turn begins with a hyphen (sureness 0.98)
corpus: examples/station/02-engineer.txt:61: a turn may have lost its marker here: Couldn't the bubble have come later, in the …
corpus: examples/station/03-annals.txt: a turn begins with a hyphen (sureness 1.00)
corpus: examples/station/04-visitor.txt: a turn begins with NAME: (sureness 0.97)
     52 examples/station/01-keeper.txt
     51 examples/station/02-engineer.txt
     40 examples/station/03-annals.txt
     38 examples/station/04-visitor.txt

# In wrapped text a turn is put together again: lines, split words, and what a page's footer tore apart.
$ corpus turns --quiet --columns text --no-header examples/station/03-annals.txt | head -n 2
Mrs. Pallister, you are the only member of the club who joined it at birth.
On the second day. On the first day there was a storm and nobody could get down to register me. My father entered me in the log book instead, between the wind and the temperature: “Daughter, three kilos and a half. North-west, strong. Snow.” I have never had a better certificate.

# Where nearly all paragraphs have their marker, the conversation ends with the last that has one.
$ (echo 'A Title'; for i in 1 2 3 4 5 6; do printf -- '-Who?\n-Me.\n'; done; echo 'More stories') > long.txt
$ corpus turns --quiet --columns turn,text --no-header long.txt | tail -n 1
12	Me.

# A text without turns, and how to say what begins one. A group names the speaker.
$ printf '>> So.\n<bo> So what.\n' > chat.txt; corpus turns chat.txt
corpus: chat.txt: no turns found (hint: --turn-marker says what begins one)
doc	turn	speaker	line	tokens	text
$ corpus turns --turn-marker '>>|<(\w+)>' chat.txt
corpus: chat.txt: a turn begins with the expression >>|<(\w+)> (sureness 1.00)
doc	turn	speaker	line	tokens	text
chat.txt	1		1	1	So.
chat.txt	2	bo	2	2	So what.
$ corpus turns --quiet --no-header --turn-marker '<(' chat.txt
corpus: turns: --turn-marker: the regular expression <( is malformed at character 2
Try 'corpus turns --help'.
[2]

# A label may stand alone on its line, and be the last thing there is.
$ printf 'ANNA:\nWho?\nBO:\nMe.\nANNA:\n' | corpus turns --quiet --no-header
-	1	ANNA	2	1	Who?
-	2	BO	4	1	Me.
-	3	ANNA	5	0	

# --where and --by, as everywhere.
$ corpus turns --quiet --where 'speaker == "ANNA"' --columns turn,text --no-header walk.txt
1	Who?
3	I see.
$ corpus turns --quiet --by speaker --columns text --no-header dash.txt walk.txt | cut -f 1 | sort | uniq -c
      3 
      2 ANNA
      1 BO

# TEI: well-formed whatever is in the text.
$ printf 'A&B: <So>\x1b?\nC: Me.\nA&B: I see.\n' > odd.txt; corpus turns --quiet --locale en --format tei odd.txt
<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>Speakers’ turns</title></titleStmt>
...
</fileDesc>
<profileDesc><particDesc><listPerson>
<person xml:id="s1"><persName>A&amp;B</persName></person>
<person xml:id="s2"><persName>C</persName></person>
</listPerson></particDesc></profileDesc>
</teiHeader>
<text xml:lang="en"><body>
<div type="document" n="odd.txt">
<u who="#s1" n="1">&lt;So&gt;␛?</u>
<u who="#s2" n="2">Me.</u>
<u who="#s1" n="3">I see.</u>
</div>
</body></text>
</TEI>
$ cat > count.py <<'PYTHON'
> import sys, xml.etree.ElementTree as tree
> tei = "{http://www.tei-c.org/ns/1.0}"
> root = tree.parse(sys.stdin).getroot()
> persons = {"#" + person.get("{http://www.w3.org/XML/1998/namespace}id") for person in root.iter(tei + "person")}
> for division in root.iter(tei + "div"):
>     turns = list(division.iter(tei + "u"))
>     assert all(turn.get("who") is None or turn.get("who") in persons for turn in turns)
>     print(division.get("n"), len(turns), sum(turn.get("who") is not None for turn in turns))
> PYTHON
$ corpus turns --quiet --format tei examples/station odd.txt chat.txt | python3 count.py
examples/station/01-keeper.txt 52 0
examples/station/02-engineer.txt 51 0
examples/station/03-annals.txt 40 0
examples/station/04-visitor.txt 38 38
odd.txt 3 3
chat.txt 0 0

# CHAT: a line for each sentence; one document.
$ corpus turns --quiet --locale en --format chat walk.txt | sed "s|corpus [0-9.]*$|corpus VERSION|"
@UTF8
@Begin
@Languages:	eng
@Participants:	ANN ANNA Speaker, SPK BO Speaker
@ID:	eng|corpus|ANN|||||Speaker|||
@ID:	eng|corpus|SPK|||||Speaker|||
@Comment:	walk.txt, by corpus VERSION
*ANN:	Who?
*SPK:	Me.
*SPK:	I came up.
*SPK:	And then\so on.
*ANN:	I see.
@End
$ corpus turns --quiet --format chat walk.txt dash.txt
corpus: dash.txt: a CHAT transcript holds one document, and this is the second (hint: run corpus once for each, or take --format tei)
[2]
$ corpus turns --format tei --columns text walk.txt
corpus: turns: --format tei and chat have no columns: leave out --no-header, --columns and --by
Try 'corpus turns --help'.
[2]

# Standard input, which is read more than once.
$ corpus turns --quiet --format chat < dash.txt | grep '^\*'
*UNK:	Who?
*UNK:	Me.
*UNK:	I see.
$ corpus turns --quiet --format jsonl < dash.txt | head -n 1
{"doc":"-","turn":1,"speaker":null,"line":1,"tokens":1,"text":"Who?"}

# Nothing in, nothing out but the header.
$ corpus turns --quiet < /dev/null
doc	turn	speaker	line	tokens	text

# Ill-formed bytes anywhere: nothing of that document is known yet, so nothing of it is printed.
$ printf -- '- Who?\n- Me.\n- I s\xe9e.\n' > bad.txt; corpus turns --quiet dash.txt bad.txt
doc	turn	speaker	line	tokens	text
dash.txt	1		1	1	Who?
dash.txt	2		2	1	Me.
dash.txt	3		3	2	I see.
corpus: bad.txt:3:6: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus turns --quiet --format tei dash.txt bad.txt
corpus: bad.txt:3:6: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]

# A counts file is a list, and no text.
$ corpus freq --format counts walk.txt > walk.counts; corpus turns --no-header walk.counts
corpus: walk.counts: a counts file holds no running text, which turns need (hint: give the texts themselves)
[2]
