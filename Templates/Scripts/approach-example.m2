
-- an example of the paper: its printed generators against the kernel --------------
printed = ideal(@@generators@@);
I = lcngenTimed("gradedKernel", gradedKernel);
recordGenerators("gradedKernel", nonzeroGenerators trim I);
lcngenBegin "printedEqualsKernel";
lcngenRecord("check.printedEqualsKernel", toString(printed == I));
lcngenRecord("numgens.printed", toString(numgens trim printed));
-- how many minors of R_(l_1) there are, zero ones included, piece by piece
lcngenRecord("minorCounts", toString apply(select(twoLayerPieces, piece -> piece#1 > 1), piece -> (
    M := matrixOfLevel(piece, firstLevel piece, formCount piece);
    size := firstLevel piece + 2 - (piece#1 - 1);
    binomial(numRows M, size) * binomial(numColumns M, size))));
-- whether J_1 also vanishes where these variables do
lcngenRecord("check.firstIdealVanishesToo", toString isSubset(idealJ1(), ideal(@@variables@@)));
