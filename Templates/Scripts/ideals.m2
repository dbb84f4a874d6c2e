
-- ideals from minors of resultant matrices --------------------------------
-- A two-layer piece (k1, k2, s): the forms q_1, ..., q_s of the s-decomposition
-- (Definition 3.1) have a common factor of degree m = k2 - 1 (Corollary 3.3).
-- Algorithm 1 without radicals (Remark 3.10) is the sum over these pieces.
twoLayerPieces = apply(layerCount - 1, l -> (
    kappa := 1 + sum(l + 1, p -> (layerSizes#p - 1) * strideProducts#p);
    (kappa, (variableCount - kappa) // strideProducts#(l + 1) + 1, strideProducts#(l + 1))
    ));
-- forms are numbered from 0; those from min(k1, s) on have degree m - 1
formDegree = (piece, i) -> piece#1 - 1 + (piece#0 - 1 - i) // piece#2;
formCount = piece -> min(piece#0, piece#2);
formCoefficients = (piece, i) -> apply(formDegree(piece, i) + 1, t -> R_(i + piece#2 * t));
largestDegree = piece -> formDegree(piece, 0);
smallestDegree = piece -> formDegree(piece, formCount piece - 1);
topFormCount = piece -> number(formCount piece, i -> formDegree(piece, i) == largestDegree piece);
firstLevel = piece -> largestDegree piece + smallestDegree piece - (piece#1 - 1);
secondLevel = piece -> 2 * largestDegree piece - (piece#1 - 1);
needsSecondLevel = piece -> 1 < topFormCount piece and topFormCount piece < formCount piece and piece#1 > 1;
-- R_l of the first "forms" forms: the coefficients of all x^a y^b q_i of degree l
matrixOfLevel = (piece, level, forms) -> (
    rows := flatten apply(forms, i -> (
        n := formDegree(piece, i);
        if n > level then {} else apply(level - n + 1, shift -> join(
            shift:0_R, toSequence formCoefficients(piece, i), (level - n - shift):0_R))
        ));
    if #rows == 0 then map(R^0, R^(level + 1), 0) else matrix apply(rows, toList)
    );
-- the minors of size l + 2 - m of R_l
levelMinors = (piece, level, forms) -> (
    size := level + 2 - (piece#1 - 1);
    M := matrixOfLevel(piece, level, forms);
    if piece#1 == 1 or size > numRows M or size > numColumns M then ideal(0_R)
    else minors(size, M@@minorsOption@@)
    );
sumOfIdeals = idealList -> (
    generatorList := flatten apply(idealList, nonzeroGenerators);
    if #generatorList == 0 then ideal(0_R) else ideal generatorList
    );
overPieces = f -> sumOfIdeals apply(twoLayerPieces, f);
-- J_0, J_1, J_2 of Corollary 3.7; J_2 only where it is needed
idealJ0 = () -> overPieces(piece -> sumOfIdeals apply(
    if piece#1 > 1 and piece#0 < piece#2 then toList(piece#0 .. piece#2 - 1) else {},
    i -> ideal formCoefficients(piece, i)));
idealJ1 = () -> overPieces(piece -> levelMinors(piece, firstLevel piece, formCount piece));
idealJ2 = () -> overPieces(piece ->
    if needsSecondLevel piece then levelMinors(piece, secondLevel piece, formCount piece)
    else ideal(0_R));
-- in place of J_2: the same level, the forms of top degree only
idealTop = () -> overPieces(piece ->
    if needsSecondLevel piece then levelMinors(piece, secondLevel piece, topFormCount piece)
    else ideal(0_R));
-- the minors of all levels: the prime ideal
idealLevels = () -> (
    levels := overPieces(piece -> sumOfIdeals apply(
        toList(smallestDegree piece .. (if needsSecondLevel piece then secondLevel piece else firstLevel piece)),
        level -> levelMinors(piece, level, formCount piece)));
    sumOfIdeals {idealJ0(), levels}
    );
