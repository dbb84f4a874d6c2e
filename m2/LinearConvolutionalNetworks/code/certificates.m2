-- certificates

requireRing = (I, N) -> if ring I =!= ring N then
    error "expected an ideal in the ring of the network";

vanishesOnNeurovariety = (I, N) -> (
    f := coefficientMap N;
    all(I_*, g -> f g == 0)
    )
isVanishingOnNeurovariety = method(TypicalValue => Boolean)
isVanishingOnNeurovariety(Ideal, ConvolutionalNetwork) := (I, N) -> (
    requireRing(I, N);
    vanishesOnNeurovariety(I, N)
    )

isDefiningNeurovariety = method(TypicalValue => Boolean)
isDefiningNeurovariety(Ideal, ConvolutionalNetwork) := (I, N) -> (
    requireExact(coefficientRing N, "isDefiningNeurovariety");
    isVanishingOnNeurovariety(I, N)
    and all(nonzeroGenerators neurovarietyIdeal N, f -> radicalContainment(f, I))
    )

-- J is radical iff no level before the first has minors of the size l + 2 - m
isResultantIdealRadical = method(TypicalValue => Boolean)
isResultantIdealRadical ConvolutionalNetwork := N -> (
    pieces := select(twoLayerNetworks N, P -> commonDegree P > 0);
    if #pieces == 0 then true
    else if #pieces == 1 then (
        P := first pieces;
        all(toList(smallestDegree P .. firstLevel P - 1), l ->
            numRows resultantMatrix(l, P) < l + 2 - commonDegree P)
        )
    else (
        requireExact(coefficientRing N, "isResultantIdealRadical for more than two layers");
        resultantIdeal N == neurovarietyIdeal N
        )
    )

-- of the generators, before any computation of a basis; over a quotient of a polynomial ring without its relations
leadingIdeal = I -> (
    R := ring I;
    if not isField coefficientRing R then R = QQ(monoid [Variables => numgens R]);
    L := apply(nonzeroGenerators I, f -> R_(first exponents leadMonomial f));
    if #L == 0 then monomialIdeal(0_R) else monomialIdeal L
    )
isSquarefree = M -> all(nonzeroGenerators M, f -> max first exponents f == 1)
-- an equation of dimension, whatever the number of components
isEquidimensional = (M, d) -> if M == 0 then numgens ring M == d else all(minimalPrimes M, P -> dim P == d)

-- The ideal vanishes on the neurovariety, and its leading monomials generate a squarefree ideal of one
-- dimension. The initial ideal of the prime ideal contains it; a larger one would have a smaller dimension or
-- degree than the neurovariety has. So the generators are a Groebner basis, and of the prime ideal.
isCertifiedNeurovarietyIdeal = method(TypicalValue => Boolean)
isCertifiedNeurovarietyIdeal ConvolutionalNetwork := N -> (
    requireExact(coefficientRing N, "isCertifiedNeurovarietyIdeal");
    I := neurovarietyIdeal N;
    M := leadingIdeal I;
    isVanishingOnNeurovariety(I, N)
    and isSquarefree M
    and isEquidimensional(M, dim N)
    and degree M == degree N
    )
