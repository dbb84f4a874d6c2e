
-- by the blackbox solver of PHCpack ----------------------------------------------------
unknownCount = 1 + sum(layerSizes, size -> size - 1);
-- the package reads solutions by the names of their variables, which must be in use
dictionariesBefore = dictionaryPath;
dictionaryPath = prepend(lcngenResults#"own", dictionaryPath);
unknownRing := CC[apply(unknownCount, i -> getSymbol("z" | toString i))];
firstUnknowns = apply(layerCount, l -> sum(take(layerSizes, l), size -> size - 1));
layerEntries = apply(layerCount, l -> {1_unknownRing} | apply(layerSizes#l - 1, i ->
    unknownRing_(firstUnknowns#l + i)));
targetNumbers = apply(variableCount, i -> promote(random RR, unknownRing));
polynomialSystem = criticalEquations(number -> promote(number, unknownRing), layerEntries,
    unknownRing_(unknownCount - 1), targetNumbers);
solutionCount = lcngenTimed("phcpack", () -> length solveSystem(polynomialSystem, numThreads => @@threads@@));
dictionaryPath = dictionariesBefore;
lcngenRecord("points.phcpack", toString solutionCount);
