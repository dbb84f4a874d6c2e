-- the coefficient map and its kernel

-- one coefficient a layer and tap
parameterRing = N -> remembered(N.cache, symbol coefficientMap, () -> (
    a := getSymbol "a";
    (coefficientRing N)(monoid [flatten apply(numLayers N, l ->
        apply((filterSizes N)#l, i -> a_(l + 1, i)))])
    ))

-- w_j = the sum of products of one coefficient a layer, with sum of i_l S_l = j
endToEndFilter = (A, k, s) -> (
    products := strideProducts(k, s);
    filter := {1_A};
    offset := 0;
    scan(#k, l -> (
        longer := #filter + (k#l - 1) * products#l;
        filter = apply(longer, j -> sum(k#l, i -> (
            place := j - i * products#l;
            if place >= 0 and place < #filter then filter#place * A_(offset + i) else 0_A
            )));
        offset = offset + k#l;
        ));
    filter
    )

coefficientMap = method(TypicalValue => RingMap)
coefficientMap ConvolutionalNetwork := N -> (
    A := parameterRing N;
    map(A, ring N, endToEndFilter(A, filterSizes N, strides N))
    )

-- as Macaulay2 finds it, in a new source ring each time, so that nothing is remembered; with degree L for
-- every variable the map is homogeneous, and its kernel much faster
kernelOfParametrization = (N, isGraded) -> (
    A := parameterRing N;
    x := local x;
    K := endToEndFilterSize N;
    source' := (coefficientRing N)(monoid [x_0 .. x_(K - 1),
        Degrees => {K : {if isGraded then numLayers N else 1}}]);
    I := kernel map(A, source', endToEndFilter(A, filterSizes N, strides N));
    (map(ring N, source', gens ring N)) I
    )

neurovarietyKernel = method(TypicalValue => Ideal, Options => {Graded => true})
neurovarietyKernel ConvolutionalNetwork := o -> N -> (
    requireBoolean(o.Graded, "Graded");
    requireExact(coefficientRing N, "neurovarietyKernel");
    trim kernelOfParametrization(N, o.Graded)
    )
