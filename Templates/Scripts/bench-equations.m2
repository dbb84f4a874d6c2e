
-- the critical equations of training -----------------------------------------------
-- The loss is w^T T w - 2 b^T w with a random symmetric T and a random b. Every filter is
-- written with first coefficient 1, and w is scaled by 1/y: the points with w = 0 are
-- not there. Of the equations Jacobian * (T w - y b) = 0 those for the first coefficients
-- follow from one of them: as many are left as there are unknowns.
setRandomSeed @@seed@@;
variableCount = endToEndFilterSize N;
layerSizes = filterSizes N;
layerCount = #layerSizes;
layerSteps = strideProducts(layerSizes, strides N);
squareMatrix = random(RR^variableCount, RR^variableCount);
metric = squareMatrix + transpose squareMatrix;
-- coefficients by exponents of the product of some layers, given by their entries
productOfLayers = (unit, entriesOfLayers, chosen) -> (
    factors := hashTable {0 => unit};
    scan(chosen, l -> (
        terms := flatten apply(keys factors, q -> apply(layerSizes#l, i ->
            (q + i * layerSteps#l, factors#q * entriesOfLayers#l#i)));
        factors = hashTable apply(pairs partition(first, terms), (q, group) -> (q, sum(group, last)))));
    factors);
-- number embeds the entries of T, in whatever the unknowns are
criticalEquations = (number, entriesOfLayers, scale, targetEntries) -> (
    unit := number 1_CC;
    layerList := toList(0 .. layerCount - 1);
    filterEntries := productOfLayers(unit, entriesOfLayers, layerList);
    slopes := apply(variableCount, i ->
        sum(keys filterEntries, j -> number metric_(i, j) * filterEntries#j) - scale * targetEntries#i);
    flatten apply(layerList, l -> (
        derivatives := productOfLayers(unit, entriesOfLayers, select(layerList, m -> m != l));
        apply(select(layerSizes#l, i -> i > 0 or l == 0), i ->
            sum(keys derivatives, q -> derivatives#q * slopes#(q + i * layerSteps#l))))));
