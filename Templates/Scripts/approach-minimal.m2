
-- one minor for each minimal nonface: the prime ideal of the neurovariety
P = lcngenTimed("minimal", () -> neurovarietyIdeal N);
recordGenerators("minimal", nonzeroGenerators P);
lcngenCheck("vanishes", vanishesOnNeurovariety(P, N), null);
