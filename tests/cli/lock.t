# corpus lock: what is known of each document, one line each.

$ mkdir -p texts/de; echo 'A rose is a rose.' > texts/rose.txt; echo snow > texts/de/b.txt; : > texts/empty.txt
$ corpus lock texts > corpus.lock

# What it is, and how tokens were made: as a counts file has it.
$ head -n 1 corpus.lock | tr '\t' '\n'
#corpus-lock 1
tokenizer=word@1
case=fold
locale=root
numbers=keep
punctuation=drop
hyphens=split
stopwords=none
shingles=3
signature=minhash128x16
$ diff <(head -n 1 corpus.lock | cut -f 2-8) <(corpus freq --format counts texts | head -n 1 | cut -f 4-10)
$ corpus lock --case keep --hyphens join --layout plain texts | head -n 1 | cut -f 3,7,9
case=keep	hyphens=join	layout=plain

# One line a document, by the bytes of the path, and one that tells that nothing is missing. By hand: a rose is a rose has
# five tokens of three types, and 18 bytes.
$ cut -f 1,2,4,5 corpus.lock | tail -n +2
path	bytes	tokens	types
de/b.txt	5	1	1
empty.txt	0	0	0
rose.txt	18	5	3
#end

# The hash is of the bytes.
$ tail -n +3 corpus.lock | head -n -1 | awk -F '\t' '{print $3 "  texts/" $1}' | sha256sum --check
texts/de/b.txt: OK
texts/empty.txt: OK
texts/rose.txt: OK

# The hash of the words and the signature, by the formulas in the manual computed by another program: a rose is a rose has
# three shingles, so three bins of 128 are filled; a document without words has none.
$ cut -f 6 corpus.lock | tail -n +3
95cf9dd5d8794bdc
0000000000000000
07795abaa0e07c8b
#end
$ grep rose corpus.lock | cut -f 7 | fold -w 4 | grep -nv ffff
26:ce34
66:b501
113:259f
$ cut -f 7 corpus.lock | awk 'length == 512' | wc -l
3

# Words are the same whatever else is different: lines, case, punctuation, encoding, an archive around them.
$ mkdir same; printf 'a ROSE is,\r\n\r\na "rose"' > same/lines.txt; iconv -t UTF-16 texts/rose.txt > same/utf-16.txt
$ gzip < texts/rose.txt > same/rose.gz; tar -cf same/rose.tar -C texts rose.txt
$ corpus lock same | cut -f 1,2,6 | tail -n +3
lines.txt	22	07795abaa0e07c8b
rose.gz	18	07795abaa0e07c8b
rose.tar!rose.txt	18	07795abaa0e07c8b
utf-16.txt	38	07795abaa0e07c8b
#end

# Paths begin below what was named, so a lock made in one place holds in another.
$ (cd texts && corpus lock .) | cmp - corpus.lock; corpus lock ./texts//  | cmp - corpus.lock
$ (cd texts && tar -cf ../texts.tar .) && corpus lock texts.tar | cmp - corpus.lock
$ corpus lock texts/rose.txt texts/empty.txt texts/de | cmp - corpus.lock
$ corpus lock "$PWD/texts/rose.txt" | cut -f 1 | tail -n +3
rose.txt
#end
$ corpus lock < texts/rose.txt | cut -f 1,2 | tail -n +3
-	18
#end
$ printf 'id,text\n7,snow\n3,sand\n' > table.csv; corpus lock --text-field text --id-field id table.csv | cut -f 1,2 | tail -n +3
3	4
7	4
#end
$ mkdir one two; echo a > one/a.txt; echo a > two/a.txt; corpus lock one two | cut -f 1 | tail -n +3
one/a.txt
two/a.txt
#end
$ mkdir odd; printf x > $'odd/a\tb\\c\nd.txt'; corpus lock odd | cut -f 1 | tail -n +3
a\tb\\c\nd.txt
#end

# The same for any number of threads.
$ corpus lock -j 1 examples > 1.lock; for n in 2 3 8; do corpus lock -j $n examples | cmp - 1.lock; done

# The counts file of the same documents is the one that corpus freq prints, and is named by its hash.
$ corpus lock --counts station.counts examples/station > station.lock
$ corpus freq --format counts examples/station | cmp - station.counts
$ head -n 1 station.lock | cut -f 11-12 --complement | cmp - <(corpus lock examples/station | head -n 1)
$ head -n 1 station.lock | cut -f 11
counts=station.counts
$ echo "$(head -n 1 station.lock | cut -d = -f 12)  station.counts" | sha256sum --check
station.counts: OK
$ tail -n +2 station.lock | cmp - <(corpus lock examples/station | tail -n +2)

# Nor does any other command take a lock for a text, be there marks of a merge in it.
$ (echo '<<<<<<< HEAD'; cat corpus.lock) > merged.lock
$ for command in freq tokens 'tokens --as sentences' stats turns 'kwic rose' 'collocates rose' ngrams 'dispersion --all' \
>     'keywords --ref texts' 'keywords --ngrams 2 --ref texts' lock; do
>   for file in corpus.lock merged.lock; do corpus $command $file 2>&1; done
> done | grep '^corpus' | sort | uniq -c | sed 's/^ *//'
12 corpus: corpus.lock: this is a lock file, no text (hint: corpus diff corpus.lock FOLDER compares texts with it, --exclude leaves it out of a folder)
12 corpus: merged.lock: this is a lock file, no text (hint: corpus diff merged.lock FOLDER compares texts with it, --exclude leaves it out of a folder)

# What has no place in a lock, or cannot be what was meant.
$ corpus lock --by speaker texts
corpus: lock: --by: a lock has no groups: use --where for each
Try 'corpus lock --help'.
[2]
$ corpus lock station.counts
corpus: station.counts: a counts file holds no running text, which locks need (hint: give the texts themselves)
[2]
$ mkdir mixed; cp texts/rose.txt corpus.lock mixed; corpus lock mixed
corpus: mixed/corpus.lock: this is a lock file, no text (hint: corpus diff mixed/corpus.lock FOLDER compares texts with it, --exclude leaves it out of a folder)
[2]
$ (cd mixed && corpus lock . > corpus.lock)
corpus: ./corpus.lock: the output goes to this file, which is one of the documents (hint: write it outside of the folder, or leave it out with --exclude)
[2]
$ (cd mixed && corpus lock --exclude corpus.lock . > corpus.lock; cut -f 1 corpus.lock | tail -n +3)
rose.txt
#end
$ corpus lock --counts texts/rose.txt texts
corpus: texts/rose.txt: the counts file would write over this input (hint: give another name to --counts)
[2]
$ cat texts/rose.txt
A rose is a rose.
$ corpus lock --counts nowhere/a.counts texts
corpus: nowhere/a.counts: cannot create: No such file or directory
[2]
$ corpus lock txets
corpus: txets: No such file or directory (hint: did you mean 'texts'?)
[2]
$ corpus lock texts > /dev/full
corpus: standard output: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus lock --counts /dev/full texts
corpus: /dev/full: cannot write: No space left on device (hint: free some space, or write elsewhere)
[2]
$ corpus lock texts | head -n 0

# A document that cannot be read leaves no lock, or is left out and told.
$ printf 'caf\xe9\n' > texts/bad.txt; corpus lock texts
corpus: texts/bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
[2]
$ corpus lock --keep-going texts > kept.lock; echo $?; cmp kept.lock corpus.lock
corpus: texts/bad.txt:1:4: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)
2

# Two results in one file.
$ corpus lock --counts one.lock examples/station > one.lock
corpus: one.lock: the counts file would be mixed with the result (hint: give another name to --counts)
[2]
$ corpus lock --counts twice.out --manifest twice.out examples/station
corpus: twice.out: the counts file would be mixed with the manifest (hint: give another name to --counts)
[2]
$ corpus lock --counts - examples/station
corpus: lock: --counts: name a file, for standard output is for the result
Try 'corpus lock --help'.
[2]
