
-- One minor for each minimal nonface: a Groebner basis of the prime ideal of the neurovariety. No basis is
-- computed (see isCertifiedNeurovarietyIdeal above).
P = lcngenTimed("minimal", () -> neurovarietyIdeal N);
recordGenerators("minimal", nonzeroGenerators P);
certify P;
lcngenRecord("codimension.P", toString codim leads);
lcngenRecord("degree.P", toString degree leads);
-- the minors of all levels: they vanish modulo that basis, and its polynomials are among them
levels = lcngenTimed("P", () -> allLevelsIdealBy(N, @@strategy@@));
recordGenerators("P", nonzeroGenerators levels);
checkEquality("levelsEqualPrimeIdeal", levels, P);
