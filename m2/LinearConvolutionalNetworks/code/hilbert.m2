-- the initial complex: Hilbert series without a Groebner basis

-- each modulus with the most strict descents that a face has, of the residues of 0, its elements, and K - 1
descentBounds = N -> apply(twoLayerNetworks reducedNetwork N, P -> (stride P, (firstSize P - 1) // stride P))

-- the numbers of faces with 0, 1, 2, ... elements other than 0 and K - 1
faceNumbers = N -> remembered(N.cache, symbol faceNumbers, () -> (
    K := endToEndFilterSize N;
    bounds := descentBounds N;
    add := (p, q) -> apply(max(#p, #q), i -> (if i < #p then p#i else 0) + (if i < #q then q#i else 0));
    -- for each last element, and each list of numbers of descents, the faces by size
    ends := new MutableHashTable from {0 => hashTable {apply(bounds, b -> 0) => {1}}};
    endingIn := j -> (
        found := new MutableHashTable;
        scan(keys ends, i -> (
            descents := apply(bounds, (m, e) -> if i % m > j % m then 1 else 0);
            scanPairs(ends#i, (d, p) -> (
                d' := d + descents;
                if all(#d', l -> d'#l <= (bounds#l)#1) then
                    found#d' = if found#?d' then add(found#d', p) else p;
                ))));
        new HashTable from found
        );
    scan(1 .. K - 2, j -> ends#j = applyValues(endingIn j, p -> prepend(0, p)));
    if K == 1 then {1} else fold(add, values endingIn(K - 1))
    ))

-- over a quotient of a polynomial ring as it stands, monomial ideals have its relations among their generators, and
-- degrees are not single numbers
requireFieldType = (N, what) -> if not isField coefficientRing ring N then
    error(what | " needs toField " | toString coefficientRing ring N | " as the field of coefficients");

-- a module with nothing but the numerator of its Hilbert series, which Macaulay2 goes on from
hilbertModule = (N, what) -> remembered(N.cache, symbol hilbertModule, () -> (
    requireFieldType(N, what);
    R := ring N;
    K := endToEndFilterSize N;
    T := (degreesRing R)_(degree R_0);
    f := faceNumbers N;
    free := K - min(K, 2);
    M := cokernel map(R^1, R^0, 0);
    M.cache.poincare = sum(#f, i -> f#i * T^i * (1 - T)^(free - i));
    M
    ))
hilbertSeries ConvolutionalNetwork := o -> N -> hilbertSeries(hilbertModule(N, "hilbertSeries"), o)
hilbertPolynomial ConvolutionalNetwork := o -> N -> hilbertPolynomial(hilbertModule(N, "hilbertPolynomial"), o)
countMonomials = (d, N) -> (
    requireFieldType(N, "hilbertFunction");
    if d < 0 then return 0;
    f := faceNumbers N;
    cones := min(endToEndFilterSize N, 2);
    -- monomials of degree d whose variables, those of 0 and K - 1 aside, are the i elements of a face
    sum(#f, i -> f#i * binomial(d + cones - 1, i + cones - 1))
    )
-- it has options since 1.24 or so
hilbertFunction(ZZ, ConvolutionalNetwork) := if options hilbertFunction === null then countMonomials else o -> countMonomials

initialIdeal = method(TypicalValue => MonomialIdeal)
initialIdeal ConvolutionalNetwork := N -> (
    R := ring N;
    requireFieldType(N, "initialIdeal");
    F := minimalNonfaces N;
    if #F == 0 then monomialIdeal(0_R) else monomialIdeal apply(F, f -> product(f, j -> R_j))
    )

-- partial sums of all sequences of the steps
initialFacets = method(TypicalValue => List)
initialFacets ConvolutionalNetwork := N -> (
    k := filterSizes reducedNetwork N;
    steps := strideProducts(k, strides reducedNetwork N);
    facets' := (counts, place) -> if all(counts, zero) then {{place}} else flatten for l from 0 to #counts - 1 list (
        if counts#l == 0 then continue;
        apply(facets'(replace(l, counts#l - 1, counts), place + steps#l), F -> prepend(place, F))
        );
    sort facets'(apply(k, n -> n - 1), 0)
    )

initialComplex = method()
initialComplex ConvolutionalNetwork := N -> (
    requireFieldType(N, "initialComplex");
    if not PackageDictionary#?"SimplicialComplexes" then
        error "initialComplex needs a package: first needsPackage \"SimplicialComplexes\"";
    make := value (value PackageDictionary#"SimplicialComplexes").Dictionary#"simplicialComplex";
    R := ring N;
    make apply(initialFacets N, F -> product(F, j -> R_j))
    )
