
-- lean J: J_2 from the forms of top degree only ------------------------------
J = lcngenTimed("leanJ", () -> sumOfIdeals {idealJ0(), idealJ1(), idealTop()});
recordGenerators("leanJ", nonzeroGenerators J);
