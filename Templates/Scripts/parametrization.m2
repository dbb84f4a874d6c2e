
-- the parametrization and its kernel --------------------------------------
A = fieldOfCoefficients[flatten apply(layerCount, l -> apply(layerSizes#l, i -> a_(l + 1, i)))];
layerOffsets = apply(layerCount, l -> sum take(layerSizes, l));
-- w_j = the sum of products of one coefficient a layer, with sum of i_l S_l = j
endToEndFilter = (
    filter := {1_A};
    scan(layerCount, l -> (
        stride := strideProducts#l;
        longer := #filter + (layerSizes#l - 1) * stride;
        filter = apply(longer, j -> sum(layerSizes#l, i -> (
            place := j - i * stride;
            if place >= 0 and place < #filter then filter#place * A_(layerOffsets#l + i) else 0_A
            )));
        ));
    filter
    );
vanishesOnNetwork = I -> (map(A, R, endToEndFilter))(I) == 0;
-- a new source ring each time, so that nothing is remembered; w_0, w_1, ... belong
-- to R again afterwards
plainKernel = () -> (
    source := fieldOfCoefficients[w_0..w_(variableCount - 1)];
    I := kernel map(A, source, endToEndFilter);
    use R;
    (map(R, source, gens R)) I
    );
-- the same with degrees that make the map homogeneous
gradedKernel = () -> (
    source := fieldOfCoefficients[w_0..w_(variableCount - 1), Degrees => {variableCount:{layerCount}}];
    I := kernel map(A, source, endToEndFilter);
    use R;
    (map(R, source, gens R)) I
    );
use R;
