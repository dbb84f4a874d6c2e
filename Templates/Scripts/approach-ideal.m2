
-- the ideal J = J_0 + J_1 + J_2 ---------------------------------------------
J0 = idealJ0();
J1 = lcngenTimed("J1", idealJ1);
J2 = lcngenTimed("J2", idealJ2);
recordGenerators("J0", nonzeroGenerators J0);
recordGenerators("J1", nonzeroGenerators J1);
recordGenerators("J2", nonzeroGenerators J2);
J = sumOfIdeals {J0, J1, J2};
