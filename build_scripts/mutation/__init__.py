"""Do the gates catch mistakes? Alter records, texts and finished pages, and see whether a gate says what is wrong.

Each mutant is one small, valid-looking change. Rules run on the record and on what it touches, once as it is
and once altered; what they say of the second alone, naming the record or standing in its file, is their catch.
Finished pages are read by the gate with their figures altered, and each altered figure must be named. Hits on
the shape of a record (a key or a type that cannot be) are counted apart. Nothing is written, no process is
started for a mutant, and the same seed gives the same mutants.
"""
