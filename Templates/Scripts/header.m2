-- @@title@@
-- made by @@tool@@ with the command
--     @@command@@
-- Mathematics: Shahverdi, Algebraic Complexity and Neurovariety of Linear
-- Convolutional Networks (arXiv 2401.16613); @@source@@
--
-- Run it by "M2 --script FILE", or by load "FILE" in a session. Of a session it sets one name:
--     lcngenResults   a hash table: what was computed, by name, for example lcngenResults#"ring"
-- and while it runs, or after an interrupt, also what it needs itself. Everything else is in a dictionary of its own;
-- approach critical sets the seed of random numbers. Results are also the lines that begin with "@lcngen"; times are
-- seconds of elapsedTiming.

lcngenResults = new MutableHashTable from {"user's dictionaries" => dictionaryPath, "own" => new Dictionary};
(lcngenResults#"own")#"lcngenResults" = symbol lcngenResults;
dictionaryPath = {lcngenResults#"own", Core.Dictionary, PackageDictionary};
scan(@@packages@@, name -> needsPackage name);
dictionaryPath = prepend(lcngenResults#"own", delete(lcngenResults#"own", dictionaryPath));

