
-- the minors of all levels: the prime ideal of the neurovariety
P = lcngenTimed("P", () -> allLevelsIdealBy(N, @@strategy@@));
recordGenerators("P", nonzeroGenerators P);
lcngenCheck("vanishes", vanishesOnNeurovariety(P, N), null);
