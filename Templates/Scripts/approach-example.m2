
-- an example of the paper: its printed generators against the kernel
printed = (w -> ideal(@@generators@@)) gens ring N;
I = lcngenTimed("gradedKernel", () -> kernelOfParametrization(N, true));
recordGenerators("gradedKernel", nonzeroGenerators trim I);
lcngenBegin "printedEqualsKernel";
lcngenRecord("check.printedEqualsKernel", toString(printed == I));
lcngenRecord("numgens.printed", toString(numgens trim printed));
-- how many minors of R_(l_1) there are, zero ones included, piece by piece
lcngenRecord("minorCounts", toString apply(
    select(twoLayerNetworks N, piece -> commonDegree piece > 0), piece -> (
        M := resultantMatrix piece;
        size := firstLevel piece + 2 - commonDegree piece;
        binomial(numRows M, size) * binomial(numColumns M, size))));
-- whether J_1 also vanishes where these variables do
J1 = idealOfMatrices(ring N, firstLevelPart(N, null));
lcngenRecord("check.firstIdealVanishesToo",
    toString isSubset(J1, (w -> ideal(@@variables@@)) gens ring N));
