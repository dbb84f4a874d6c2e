
-- normal forms modulo the prime ideal, and its certificate
leads = null;
basisOfPrime = null;
certify = P -> (
    lcngenBegin "certificate";
    leads = leadingIdeal P;
    isCertified := lcngenCheck("vanishes", vanishesOnNeurovariety(P, N), null);
    isCertified = lcngenCheck("squarefree", isSquarefree leads, null) and isCertified;
    isCertified = lcngenCheck("equidimensional", isEquidimensional(leads, dim N), null) and isCertified;
    isCertified = lcngenCheck("degree", degree leads == degree N, null) and isCertified;
    lcngenCheck("isPrimeIdealOfNeurovariety", isCertified, null);
    -- what is proved need not be computed
    basisOfPrime = if isCertified then forceGB gens P else gb P;
    lcngenRecord("hilbertNumerator", toString apply(
        listForm numerator reduceHilbert hilbertSeries ((ring N)^1 / leads), t -> {t#0#0, t#1}));
    isCertified
    );
-- the first of the polynomials that is not in the ideal of a basis; null if all are
firstOutside = (L, basis) -> (
    if #L == 0 then return null;
    remainders := first entries (matrix {L} % basis);
    place := position(remainders, f -> f != 0);
    if place === null then null else L#place
    );
-- Whether an ideal is contained in the prime ideal.
checkInclusion = (name, I) -> (
    lcngenBegin name;
    witness := firstOutside(nonzeroGenerators I, basisOfPrime);
    lcngenCheck(name, witness === null, witness)
    );
-- Whether an ideal is the prime ideal P. Polynomials of P that are generators, up to sign, need no basis.
checkEquality = (name, I, P) -> (
    lcngenBegin name;
    witness := firstOutside(nonzeroGenerators I, basisOfPrime);
    if witness === null then (
        L := nonzeroGenerators I;
        there := new HashTable from flatten apply(L, f -> {f => 1, -f => 1});
        others := select(nonzeroGenerators P, f -> not there#?f);
        if #others > 0 then witness = firstOutside(others, gb(I, DegreeLimit => max apply(others, f -> first degree f)));
        );
    lcngenCheck(name, witness === null, witness)
    );
