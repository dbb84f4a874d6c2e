
-- the ideal J = J_0 + J_1 + J_2
J0 = idealOfMatrices(ring N, linearPart N);
J1 = lcngenTimed("J1", () -> idealOfMatrices(ring N, firstLevelPart(N, @@strategy@@)));
J2 = lcngenTimed("J2", () -> idealOfMatrices(ring N, secondLevelPart(N, false, @@strategy@@)));
recordGenerators("J0", nonzeroGenerators J0);
recordGenerators("J1", nonzeroGenerators J1);
recordGenerators("J2", nonzeroGenerators J2);
lcngenResults#"J" = idealOver(ring N, flatten apply({J0, J1, J2}, nonzeroGenerators));
