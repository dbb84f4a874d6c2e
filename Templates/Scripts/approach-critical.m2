
-- critical points of a random training problem; for generic ones their number is C_k (Theorem 4.1)
setRandomSeed @@seed@@;
criticalPointCount = lcngenTimed("criticalPoints", () ->
    countCriticalPoints(N, CoefficientRing => fieldOfCoefficients));
lcngenRecord("criticalPoints", toString criticalPointCount);
