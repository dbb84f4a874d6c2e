
-- lean J: J_2 from the forms of top degree only
lean = lcngenTimed("leanJ", () -> resultantIdealBy(N, true, @@strategy@@));
recordGenerators("leanJ", nonzeroGenerators lean);
