
-- the minors of all levels are a Groebner basis of a prime ideal ------------------
P = lcngenTimed("P", idealLevels);
lcngenBegin "vanishing";
lcngenCheck("levelsVanish", vanishesOnNetwork P, null);
-- the leading monomials of the minors, before any computation of a basis
minorLeads = trim sumOfIdeals apply(nonzeroGenerators P, f -> ideal leadMonomial f);
G = lcngenTimed("groebner", () -> gens gb P);
leads = trim sumOfIdeals apply(flatten entries G, f -> ideal leadMonomial f);
lcngenCheck("minorsAreGroebnerBasis", minorLeads == leads, null);
lcngenCheck("initialIdealIsSquarefree",
    all(nonzeroGenerators leads, f -> max first exponents f <= 1), null);
lcngenRecord("codimension.P", toString codim P);
lcngenRecord("degree.P", toString degree P);
lcngenCheck("dimension", dim P == expectedDimension, null);
lcngenCheck("degree", degree P == expectedDegree, null);
lcngenRecord("hilbertNumerator.P",
    toString apply(listForm numerator reduceHilbert hilbertSeries P, t -> {t#0#0, t#1}));
lcngenBegin "isPrime";
lcngenCheck("isPrime", isPrime P, null);
