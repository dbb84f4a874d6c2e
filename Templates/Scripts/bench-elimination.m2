
-- The equations up to degree @@maxDegree@@: the parameters are eliminated from the graph of the parametrization, in
-- degrees that make it homogeneous, by a Groebner basis up to that degree.
parameterCount = numgens parameterRing N;
filterLength = endToEndFilterSize N;
eliminationRing = fieldOfCoefficients(monoid [Variables => parameterCount + filterLength,
    Degrees => join(toList(parameterCount : 1), toList(filterLength : numLayers N)),
    MonomialOrder => Eliminate parameterCount]);
filterEntries = endToEndFilter(eliminationRing, filterSizes N, strides N);
graphGenerators = matrix {apply(filterLength, j -> eliminationRing_(parameterCount + j) - filterEntries#j)};
found = lcngenTimed("elimination", () ->
    selectInSubring(1, generators gb(ideal graphGenerators, DegreeLimit => @@maxDegree@@ * numLayers N)));
backToFilters = map(ring N, eliminationRing, join(toList(parameterCount : 0_(ring N)), gens ring N));
recordGenerators("elimination", nonzeroGenerators trim ideal backToFilters found);
