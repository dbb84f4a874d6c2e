
-- critical points of a random training problem ---------------------------------
-- The loss is w^T T w - 2 b^T w with a random symmetric T and a random b. Every filter is
-- written with first coefficient 1, and w is scaled by 1/y: the points with w = 0 are
-- not there, and the equations Jacobian * (T w - y b) = 0 are linear in y. For generic
-- T and b their number is C_k (Theorem 4.1).
setRandomSeed @@seed@@;
freeCoefficients = flatten apply(layerCount, l -> apply(toList(1 .. layerSizes#l - 1), i -> c_(l + 1, i)));
charted = fieldOfCoefficients[freeCoefficients | {y}];
inChart = map(charted, A, flatten apply(layerCount, l ->
    {1_charted} | apply(toList(1 .. layerSizes#l - 1), i -> c_(l + 1, i))));
filterColumn = transpose inChart matrix {endToEndFilter};
jacobianMatrix = inChart jacobian matrix {endToEndFilter};
squareMatrix = random(fieldOfCoefficients^variableCount, fieldOfCoefficients^variableCount);
metric = promote(squareMatrix + transpose squareMatrix, charted);
targetVector = promote(random(fieldOfCoefficients^variableCount, fieldOfCoefficients^1), charted);
criticalIdeal = ideal(jacobianMatrix * (metric * filterColumn - y * targetVector));
criticalPointCount = lcngenTimed("criticalPoints", () ->
    if dim criticalIdeal > 0 then -1 else if criticalIdeal == 1 then 0 else degree criticalIdeal);
lcngenRecord("criticalPoints", toString criticalPointCount);
use R;
