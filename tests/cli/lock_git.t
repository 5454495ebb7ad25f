# requires: git
# Locks in git: they merge as the texts do.

$ git init --quiet --initial-branch main . && git config user.name ada && git config user.email ada@example.org
$ mkdir texts; for name in a b c d e f g h; do echo "The text called $name." > texts/$name.txt; done
$ cat > save <<'END'
> corpus lock texts > corpus.lock; git add --all corpus.lock texts; git commit --quiet --message work
> END
$ bash save

# One branch changes, renames and removes documents; another changes and adds some.
$ git checkout --quiet -b left; echo changed > texts/a.txt; git rm --quiet texts/c.txt; bash save
$ git checkout --quiet main; git checkout --quiet -b right; echo new > texts/f2.txt; echo changed > texts/h.txt; bash save
$ git merge --quiet left --message merged > /dev/null; corpus lock texts | cmp - corpus.lock

# Where both change one document, git asks.
$ git checkout --quiet -b one; echo one > texts/e.txt; bash save
$ git checkout --quiet right; git checkout --quiet -b other; echo other > texts/e.txt; bash save
$ git merge --quiet one > /dev/null; grep -c '^<<<<<<<' corpus.lock
1
