-- resultant matrices of two layers

requireTwoLayers = (N, what) -> if numLayers N != 2 then
    error(what | " needs a network with two layers; twoLayerNetworks gives those of a longer one");

-- For two layers (k1, k2; s) and m = k2 - 1: the form of residue i has degree
-- m + floor((k1 - 1 - i)/s), which is m - 1 for i >= k1.
commonDegree = N -> (filterSizes N)#1 - 1
firstSize = N -> (filterSizes N)#0
stride = N -> (strides N)#0
formDegree = (N, i) -> commonDegree N + (firstSize N - 1 - i) // stride N
formCount = N -> min(firstSize N, stride N)
formCoefficients = (N, i) -> apply(formDegree(N, i) + 1, t -> (ring N)_(i + stride N * t))
largestDegree = N -> formDegree(N, 0)
smallestDegree = N -> formDegree(N, formCount N - 1)
topFormCount = N -> number(formCount N, i -> formDegree(N, i) == largestDegree N)
firstLevel = N -> largestDegree N + smallestDegree N - commonDegree N
secondLevel = N -> 2 * largestDegree N - commonDegree N
needsSecondLevel = N ->
    1 < topFormCount N and topFormCount N < formCount N and commonDegree N > 0

sDecomposition = method(TypicalValue => List)
sDecomposition ConvolutionalNetwork := N -> (
    requireTwoLayers(N, "sDecomposition");
    R := ring N;
    S := remembered(N.cache, symbol sDecomposition, () -> R(monoid [getSymbol "x", getSymbol "y"]));
    apply(stride N, i -> (
        n := formDegree(N, i);
        sum(n + 1, t -> R_(i + stride N * t) * S_0^(n - t) * S_1^t) + 0_S
        ))
    )

-- the rows are the coefficients of all x^a y^b q_i of degree l, for the first forms
resultantRows = (l, N, forms) -> (
    R := ring N;
    rows := flatten apply(forms, i -> (
        n := formDegree(N, i);
        if n > l then {} else apply(l - n + 1, shift ->
            flatten {toList(shift : 0_R), formCoefficients(N, i), toList((l - n - shift) : 0_R)})
        ));
    if #rows == 0 then map(R^0, R^(l + 1), 0) else matrix rows
    )

resultantMatrix = method(TypicalValue => Matrix)
resultantMatrix ConvolutionalNetwork := N -> (
    requireTwoLayers(N, "resultantMatrix");
    resultantMatrix(firstLevel N, N)
    )
resultantMatrix(ZZ, ConvolutionalNetwork) := (l, N) -> (
    requireTwoLayers(N, "resultantMatrix");
    if l < 0 then error "expected a level that is not negative";
    resultantRows(l, N, formCount N)
    )

resultantLevels = method(TypicalValue => List)
resultantLevels ConvolutionalNetwork := N -> (
    requireTwoLayers(N, "resultantLevels");
    if needsSecondLevel N then {firstLevel N, secondLevel N} else {firstLevel N}
    )
