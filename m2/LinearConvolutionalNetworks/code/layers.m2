-- layers, and filters that are made of them

requireLayers = (N, L) -> if not (
        #L == numLayers N and all(L, a -> instance(a, List)) and apply(L, a -> #a) == filterSizes N)
    then error("expected a list of layers of the sizes " | toString filterSizes N);

-- entries may lie in any ring
filterOfLayers = method(TypicalValue => List)
filterOfLayers(ConvolutionalNetwork, List) := (N, layers) -> (
    requireLayers(N, layers);
    products := strideProducts(filterSizes N, strides N);
    filter := {1_(coefficientRing N)};
    scan(layers, products, (a, S) -> (
        n := #filter;
        filter = apply(n + (#a - 1) * S, j -> (
            terms := for i from 0 to #a - 1 list if j - i * S < 0 or j - i * S >= n then continue else filter#(j - i * S) * a#i;
            if #terms == 0 then 0_(coefficientRing N) else sum terms
            ))));
    filter
    )

-- in extensions of fields the field below
fieldOfRandomNumbers = K -> (
    if K === QQ or instance(K, InexactField) or instance(K, GaloisField) or (instance(K, QuotientRing) and ambient K === ZZ) then K
    else fieldOfRandomNumbers coefficientRing K
    )
-- small ones over QQ
randomNumber = K -> (
    F := fieldOfRandomNumbers K;
    promote(if F === QQ then promote(random(-9, 9), QQ) else random F, K)
    )

randomLayers = method(TypicalValue => List)
randomLayers ConvolutionalNetwork := N -> (
    K := coefficientRing N;
    apply(filterSizes N, n -> (
        a := {};
        while all(a, zero) do a = apply(n, i -> randomNumber K);
        a))
    )
randomFilter = method(TypicalValue => List)
randomFilter ConvolutionalNetwork := N -> filterOfLayers(N, randomLayers N)

randomNetwork = method(
    TypicalValue => ConvolutionalNetwork,
    Options => {CoefficientRing => QQ, Variable => "w", MaximalFilterSize => 4, MaximalStride => 3})
randomNetwork ZZ := o -> n -> (
    if n < 1 then error "expected a positive number of layers";
    scan({MaximalFilterSize, MaximalStride}, name -> if not (instance(o#name, ZZ) and o#name >= 2) then
        error("expected " | toString name | " => an integer of at least 2, not " | toString o#name));
    among := m -> random(2, m);
    convolutionalNetwork(
        apply(n, l -> among o.MaximalFilterSize), apply(n - 1, l -> among o.MaximalStride),
        CoefficientRing => o.CoefficientRing, Variable => o.Variable)
    )
