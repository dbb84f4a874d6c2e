
-- Whether the minors of the minimal nonfaces are a minimal generating set. They are a Groebner basis of the prime ideal;
-- if those of degree less than d are one, up to degree d, of what they generate, then no minor of degree d is in it.
P = lcngenTimed("minimal", () -> neurovarietyIdeal N);
recordGenerators("minimal", nonzeroGenerators P);
certify P;
polynomials = nonzeroGenerators P;
isBasisBelow = d -> (
    lower := select(polynomials, f -> first degree f < d);
    if #lower == 0 then return true;
    monomials := ideal apply(lower, leadMonomial);
    basis := gb(ideal lower, DegreeLimit => d);
    all(first entries leadTerm gens basis, m -> m % monomials == 0)
    );
degreesOfMinors = sort unique apply(polynomials, f -> first degree f);
failing = lcngenTimed("minimality", () -> select(1, degreesOfMinors, d -> not isBasisBelow d));
lcngenCheck("minorsAreMinimal", #failing == 0, null);
-- Macaulay2's own number of minimal generators
lcngenBegin "mingens";
lcngenCheck("minorsAreAsManyAsMingens", #nonzeroGenerators ideal mingens P == #polynomials, null);
