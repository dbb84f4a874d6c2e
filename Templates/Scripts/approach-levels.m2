
-- the minors of all levels: the prime ideal of the neurovariety ---------------
P = lcngenTimed("P", idealLevels);
recordGenerators("P", nonzeroGenerators P);
assert vanishesOnNetwork P;
