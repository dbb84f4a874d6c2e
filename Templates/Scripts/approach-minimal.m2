
-- one minor for each minimal nonface: the prime ideal of the neurovariety -----
P = lcngenTimed("minimal", idealNonfaces);
recordGenerators("minimal", nonzeroGenerators P);
assert vanishesOnNetwork P;
