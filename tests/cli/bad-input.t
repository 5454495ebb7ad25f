# What no text is, or a broken one: each is named with its place, none is skipped in silence. (What a transcript cannot hold,
# such as a line of a gigabyte or a file that may not be read, stands in hostile.py.)

# Nothing at all: an empty file is a document without tokens; an empty folder is probably the wrong one.
$ : > empty.txt; mkdir empty
$ corpus freq empty.txt
type	freq	per_million	range
$ corpus tokens --no-header empty.txt
$ corpus stats --columns doc,bytes,lines,tokens,ttr empty.txt
doc	bytes	lines	tokens	ttr
empty.txt	0	0	0	
total	0	0	0	
$ corpus freq empty
corpus: empty: no documents in this directory (hint: give a directory that holds texts)
[2]
$ printf ' \n\t\n' | corpus stats --columns characters,lines,paragraphs,tokens --no-header | head -n 1
4	2	0	0

# Names that are not there.
$ corpus freq nosuch.txt
corpus: nosuch.txt: No such file or directory
[2]
$ corpus freq emtpy.txt
corpus: emtpy.txt: No such file or directory (hint: did you mean 'empty.txt'?)
[2]
$ corpus freq ''
corpus: the name of an input is empty
[2]
$ ln -s gone.txt dangling; corpus freq dangling
corpus: dangling: a symbolic link to 'gone.txt', which does not exist
[2]
$ corpus freq --files-from empty.txt
corpus: empty.txt: the list holds no names
[2]
$ printf 'empty.txt\nnosuch.txt\n' > names; corpus freq --files-from names
corpus: nosuch.txt: No such file or directory (listed in 'names', line 2)
[2]

# NUL bytes: an error in a file that is named, a remark in a walk. UTF-16 without a mark looks like it, and is asked about.
$ printf 'ab\n\0c\n' > nul.txt; corpus freq nul.txt
corpus: nul.txt:2:1: a NUL byte: this is no text file (hint: --encoding utf-16le, if it is UTF-16 without a byte order mark)
[2]
$ corpus freq --invalid replace nul.txt > out.txt 2> err.txt || tail -c +1 err.txt | head -c 30; echo; cat out.txt
corpus: nul.txt:2:1: a NUL cha
$ mkdir mixed; cp nul.txt mixed; echo d > mixed/d.txt; corpus freq --no-header mixed
corpus: passed over 1 file with NUL bytes
d	1	1000000	1
$ mkdir only; cp nul.txt only; corpus freq only
corpus: only: no documents in this directory, only 1 file with NUL bytes (hint: --encoding utf-16, if that is what they are)
[2]
$ printf 'a b' | iconv -f UTF-8 -t UTF-16LE > le.txt; corpus freq le.txt
corpus: le.txt:1:2: a NUL byte: this is no text file (hint: --encoding utf-16le, if it is UTF-16 without a byte order mark)
[2]
$ corpus freq --encoding utf-16le --columns type --no-header le.txt
a
b
$ corpus freq /dev/zero > out.txt 2>&1; echo $?
2

# Every byte value. Of those without NUL, the first that is no UTF-8 is 0x80, in the third line (line feed, carriage return).
$ for byte in $(seq 0 255); do printf "\\x$(printf %x $byte)"; done > all.bin; tail -c +2 all.bin > rest.bin
$ wc -c < all.bin
256
$ corpus freq all.bin 2>&1 | cut -d ' ' -f 1-5
corpus: all.bin:1:1: a NUL byte:
$ corpus freq rest.bin
corpus: rest.bin:3:115: byte 0x80 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus tokens --invalid replace --columns form,begin,end --no-header rest.bin
0123456789	47	57
@ABCDEFGHIJKLMNOPQRSTUVWXYZ	63	90
abcdefghijklmnopqrstuvwxyz	96	122
$ corpus stats --encoding windows-1252 --columns bytes,characters --no-header rest.bin | head -n 1
255	255

# Ill-formed UTF-8 of every sort: a lone continuation, overlong forms, a surrogate, beyond the last code point, cut short.
$ for bytes in '\x80' '\xc0\xaf' '\xe0\x80\xaf' '\xed\xa0\x80' '\xf4\x90\x80\x80' '\xff' '\xe2\x82x' '\xe2\x82'; do
>   printf "ok\né $bytes" > bad.txt; corpus freq bad.txt; test $? -eq 2 || echo "not status 2"
>   printf "ok\né $bytes" | corpus freq --invalid replace --columns type --no-header | tr '\n' ' '; echo
> done
corpus: bad.txt:2:3: byte 0x80 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xC0 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xE0 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xED is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xF4 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xFF is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok é 
corpus: bad.txt:2:3: byte 0xE2 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
ok x é 
corpus: bad.txt:2:3: the file ends within a UTF-8 character (hint: --invalid replace)
ok é 
$ printf 'one\rtwo\r\nthr\xe9e' > bad.txt; corpus stats bad.txt
corpus: bad.txt:3:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]

# Ill-formed UTF-16: half a pair, half a unit.
$ printf '\xff\xfea\0\x00\xd8b\0' > half.txt; corpus freq half.txt > out.txt 2> err.txt; echo $?; cut -d ' ' -f 1-5 err.txt
2
corpus: half.txt:1:2: bytes 0x00 0xD8
$ printf '\xff\xfea\0b' > odd.txt; corpus freq odd.txt 2> err.txt; cut -d ' ' -f 1-4 err.txt
corpus: odd.txt:1:2: byte 0x62
$ corpus freq --invalid replace --columns type --no-header half.txt
a
b

# One bad apple: nothing is printed of a sum, --keep-going leaves it out whole, and the status is 2 either way.
$ echo good > good.txt; printf 'good until h\xe9re\n' > bad.txt
$ corpus freq good.txt bad.txt
corpus: bad.txt:1:13: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus freq --keep-going --no-header nosuch.txt bad.txt good.txt nul.txt 2> err.txt; echo $?; wc -l < err.txt
good	1	1000000	1
2
3
$ cat bad.txt | corpus freq --keep-going good.txt - 2> /dev/null
type	freq	per_million	range
good	1	1000000	1
[2]

# A directory loop: links are not followed in a walk; one that leads to itself is an error.
$ mkdir -p loop/deep; echo in > loop/in.txt; ln -s .. loop/deep/up; ln -s ../../loop loop/deep/again; ln -s self self
$ corpus freq --no-header loop
corpus: passed over 2 symbolic links
in	1	1000000	1
$ corpus freq --no-header -q loop/deep/up
in	1	1000000	1
$ corpus freq self
corpus: self: Too many levels of symbolic links (hint: its symbolic links lead in a circle, or it became one while being read)
[2]

# A name with a line end, an escape, a tab or a byte that is no UTF-8: visible in messages; in a pipe the bytes as they are,
# with what would break the row escaped.
$ mkdir names.d; cd names.d; echo a > $'new\nline'; echo b > $'red\e[31m'; echo c > $'tab\t'; printf '\xff' > $'no\xff'
$ corpus stats names.d
corpus: names.d/no\xff:1:1: byte 0xFF is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus stats --keep-going --columns doc,tokens --no-header names.d 2> /dev/null | sed 's/\x1b/ESC/'
names.d/new\nline	1
names.d/redESC[31m	1
names.d/tab\t	1
total	3
$ corpus stats --keep-going --columns doc,tokens --format table names.d 2> /dev/null
doc                  tokens
names.d/new\nline         1
names.d/red\x1b[31m       1
names.d/tab\t             1
total                     3
[2]
$ corpus freq $'nosuch\e[2J\n'
corpus: nosuch\x1b[2J\n: No such file or directory
[2]
$ corpus tokens --invalid replace --format jsonl --columns doc names.d/no* | python3 -c 'import json, sys; list(map(json.loads, sys.stdin))'
$ find names.d -type f -print0 | corpus freq -0 --files-from - --invalid replace --columns type --no-header | tr '\n' ' '; echo
a b c 

# Standard output closed or full, in whichever command; a reader that leaves early is no failure.
$ for command in freq tokens stats 'freq --format counts' 'tokens --as sentences' 'stats --growth'; do
>   corpus $command examples/station > /dev/full; test $? -eq 2 || echo "not status 2"
>   corpus $command examples/station >&-; test $? -eq 2 || echo "not status 2"
>   corpus $command examples/station | head -c 1 > /dev/null; test ${PIPESTATUS[0]} -eq 0 || echo "not status 0"
> done 2>&1 | sort | uniq -c | sed 's/^ *//'
6 corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
6 corpus: standard output: cannot write: it is closed
$ corpus freq --format counts examples/station > list.counts; corpus merge list.counts > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus merge list.counts >&-
corpus: standard output: cannot write: it is closed
[2]

# Standard input closed; standard error closed or full: the result and the status are the same.
$ corpus freq <&- 2> err.txt; echo $?; wc -l < err.txt
2
1
$ corpus freq --no-header good.txt 2>&-
good	1	1000000	1
$ corpus freq nosuch.txt 2>&-
[2]
$ corpus freq nosuch.txt 2> /dev/full
[2]
$ corpus freq --no-header mixed 2> /dev/full
d	1	1000000	1
$ corpus freq --no-such-option 2> /dev/full
[2]
$ corpus freq nosuch.txt <&- >&- 2>&-
[2]

# The same document twice, under whatever name; hard links are documents of their own.
$ ln -s good.txt soft.txt; ln good.txt hard.txt
$ for other in good.txt ./good.txt soft.txt .; do corpus freq good.txt $other 2>&1 | grep -c 'a document given twice'; done
1
1
1
1
$ corpus freq --no-header good.txt hard.txt
good	2	1000000	2
$ echo a | corpus freq - -
corpus: -: a document given twice, as '-' (named outright) and as '-' (named outright) (hint: give each document once)
[2]

# Numbers beyond reason.
$ corpus freq --top 18446744073709551615 --min-freq 0 --no-header good.txt
good	1	1000000	1
$ corpus stats --sttr-segment 18446744073709551615 --mattr-window 18446744073709551615 --hdd-sample 18446744073709551615 \
>   --columns sttr,mattr,hdd,tokens --no-header good.txt | head -n 1
			1
$ corpus stats --growth --growth-points 1000000 --columns tokens --no-header good.txt
1
$ corpus freq --top 18446744073709551616 good.txt
corpus: freq: --top: '18446744073709551616' is not a whole number
Try 'corpus freq --help'.
[2]
