-- from a filter to layers

-- A binary form is the list of its coefficients, that of x^n first. With t = y/x it is a polynomial, and
-- zeros at the end of the list are the multiplicity of the root where x = 0.
filterRing = N -> remembered(N.cache, symbol factor, () -> (coefficientRing N)(monoid [getSymbol "t"]))
polynomialOf = (A, L) -> sum(#L, j -> L#j * A_0^j) + 0_A
listOf = (f, n) -> apply(n + 1, j -> lift(coefficient((ring f)_0^j, f), coefficientRing ring f))
degreeOf = f -> if f == 0 then -1 else first degree f
isZeroForm = L -> all(L, zero)
endZeros = L -> (n := 0; while n < #L and L#(-1 - n) == 0 do n = n + 1; n)

-- Macaulay2's own is for QQ, ZZ/p and Galois fields only
commonDivisor = (f, g) -> (
    K := coefficientRing ring f;
    if K === QQ or instance(K, GaloisField) or (instance(K, QuotientRing) and ambient K === ZZ) then return gcd(f, g);
    while g != 0 do (f, g) = (g, f % g);
    f
    )
commonForm = (A, forms) -> (
    forms = select(forms, L -> not isZeroForm L);
    g := fold((f, g) -> commonDivisor(f, g), apply(forms, L -> polynomialOf(A, L)));
    listOf(g, degreeOf g + min(endZeros \ forms))
    )
quotientForm = (A, L, D) -> listOf(polynomialOf(A, L) // polynomialOf(A, D), #L - #D)
-- from x, y to x^s, y^s
spreadForm = (L, s) -> apply((#L - 1) * s + 1, j -> if j % s == 0 then L#(j // s) else 0 * L#0)
splitForm = (L, s) -> apply(min(s, #L), i -> apply((#L - 1 - i) // s + 1, t -> L#(i + s * t)))

-- irreducible forms with their exponents
irreducibleForms = (A, L) -> (
    -- where there are no factors to be had, the error of Macaulay2 itself is about rings of coefficients
    product' := try factor polynomialOf(A, L) else error("Macaulay2 factors no polynomial over "
        | toString coefficientRing A | "; take QQ, ZZ/p, GF q for a finite field, or toField for an extension of QQ");
    factors := select(toList product', p -> degreeOf p#0 > 0);
    join(apply(factors, p -> (listOf(p#0, degreeOf p#0), p#1)),
        if endZeros L > 0 then {({1_(coefficientRing A), 0_(coefficientRing A)}, endZeros L)} else {})
    )
multiplyForms = (L, M) -> apply(#L + #M - 1, j ->
    sum(max(0, j - #M + 1) .. min(j, #L - 1), i -> L#i * M#(j - i)))
-- f of divisors of degree d, one after another, until one is not null
firstDivisor = (A, L, d, f) -> (
    if #L - 1 == d then return f L;
    if #L - 1 < d then return null;
    factors := irreducibleForms(A, L);
    search := (i, left, D) -> (
        if left == 0 then return f D;
        if i == #factors then return null;
        (P, e) := factors#i;
        for c from 0 to min(e, left // (#P - 1)) do (
            found := search(i + 1, left - c * (#P - 1), D);
            if found =!= null then return found;
            D = multiplyForms(D, P);
            );
        null
        );
    search(0, d, {1_(coefficientRing A)})
    )

-- Blocks of layers that stride 1 joins: their steps, and the degrees of their forms.
blocksOf = N -> (
    R := reducedNetwork N;
    (strideProducts(filterSizes R, strides R), apply(filterSizes R, n -> n - 1))
    )
-- the greatest common divisors G_1 = F, G_2, ... of the filter's forms in powers of the steps
commonForms = (N, F) -> (
    A := filterRing N;
    steps := first blocksOf N;
    G := {F};
    scan(1 .. #steps - 1, b -> G = append(G, commonForm(A, splitForm(last G, steps#b // steps#(b - 1)))));
    G
    )
neededDegrees = N -> (
    (steps, degrees') := blocksOf N;
    apply(#steps, b -> sum(b .. #steps - 1, c -> degrees'#c * (steps#c // steps#b)))
    )
isInClosure = (N, F) -> isZeroForm F or not member(false, apply(commonForms(N, F), neededDegrees N, (G, n) -> #G - 1 >= n))

-- degrees of the layers of each block
layerDegrees = N -> (
    steps := first blocksOf N;
    products := strideProducts(filterSizes N, strides N);
    apply(steps, S -> for l from 0 to numLayers N - 1 list
        if products#l == S and (filterSizes N)#l > 1 then (filterSizes N)#l - 1 else continue)
    )
-- layers of given degrees whose product is the form, over the field of coefficients; null if there are none
splitBlock = (A, L, degrees') -> (
    if #degrees' <= 1 then return if #degrees' == 0 then {} else {L};
    firstDivisor(A, L, first degrees', D -> (
        rest := splitBlock(A, quotientForm(A, L, D), drop(degrees', 1));
        if rest === null then null else prepend(D, rest)
        ))
    )

-- from the last block to the first
layersOver = (N, F) -> (
    A := filterRing N;
    (steps, degrees') := blocksOf N;
    inBlocks := layerDegrees N;
    one := 1_(coefficientRing A);
    search := (b, F, layers) -> (
        if b == 0 then (
            L := splitBlock(A, F, inBlocks#0);
            return if L === null then null
                -- without layers in this block, the number that is left
                else prepend((0, if #L == 0 then {F} else L), layers)
            );
        G := last commonForms(networkOver(ring N, take(filterSizes reducedNetwork N, b + 1),
            take(strides reducedNetwork N, b)), F);
        firstDivisor(A, G, degrees'#b, D -> (
            L := splitBlock(A, D, inBlocks#b);
            if L === null then null
            else search(b - 1, quotientForm(A, F, spreadForm(D, steps#b)), prepend((b, L), layers))
            ))
        );
    blocks := search(#steps - 1, F, {});
    if blocks === null then return null;
    -- back to the layers of the network, those of size 1 included
    forms := new MutableHashTable from apply(blocks, (b, L) -> steps#b => L);
    products := strideProducts(filterSizes N, strides N);
    number' := if #inBlocks#0 == 0 then (first blocks)#1#0#0 else one;
    layers := apply(numLayers N, l -> (
        S := products#l;
        if (filterSizes N)#l == 1 then {one}
        else (L := first forms#S; forms#S = drop(forms#S, 1); L)
        ));
    replace(0, apply(layers#0, a -> number' * a), layers)
    )

-- coefficients in the field of the network
filterIn = (N, L) -> (
    K := coefficientRing N;
    if #L != endToEndFilterSize N then
        error("expected " | toString endToEndFilterSize N | " numbers, the size of the end-to-end filter, not " | toString(#L));
    if not isInexact K and any(L, a -> instance(a, InexactNumber)) then
        error "expected exact numbers; rounded ones are for Strategy => Native";
    -- numbers modulo p are no numbers of another characteristic
    inField := a -> if char class a == char K then lift(a, K);
    apply(L, a -> try promote(a, K) else if (b := try inField a) =!= null then b else error("expected numbers in " | toString K | ", not " | toString a))
    )
-- the coefficients of a binary form of degree K - 1
filterOfForm = (N, F) -> (
    R := ring F;
    n := endToEndFilterSize N - 1;
    if not instance(R, PolynomialRing) or not isCommutative R or numgens R != 2
    or any(listForm F, t -> sum t#0 != n or min t#0 < 0) then
        error("expected a form of degree " | toString n | " in two variables");
    apply(n + 1, j -> coefficient(R_0^(n - j) * R_1^j, F))
    )

requireGcd = (N, what) -> (
    K := coefficientRing N;
    requireExact(K, what);
    if not isField K then error(what | " needs toField " | toString K | " as the field of coefficients");
    )

factorFilter = method(Options => {Strategy => null})
factorFilter(ConvolutionalNetwork, List) := o -> (N, L) -> (
    if strategyOf(o.Strategy, {"Native"}, "factorFilter") === "Native" then return (nativeFactorization(N, L))#"layers";
    requireGcd(N, "factorFilter");
    F := filterIn(N, L);
    if isZeroForm F then apply(filterSizes N, n -> apply(n, i -> 0_(coefficientRing N)))
    else if isInClosure(N, F) then layersOver(N, F)
    )
factorFilter(ConvolutionalNetwork, RingElement) := o -> (N, F) -> factorFilter(N, filterOfForm(N, F), o)
-- Macaulay2's factor takes no options
factor(ConvolutionalNetwork, List) := factor(ConvolutionalNetwork, RingElement) := o -> (N, F) -> factorFilter(N, F)

isInNeurovariety = method(TypicalValue => Boolean, Options => {Strategy => null})
isInNeurovariety(ConvolutionalNetwork, List) := o -> (N, L) -> (
    if strategyOf(o.Strategy, {"Native"}, "isInNeurovariety") === "Native" then
        return (nativeFactorization(N, L))#"inNeurovariety";
    requireGcd(N, "isInNeurovariety");
    isInClosure(N, filterIn(N, L))
    )
isInNeurovariety(ConvolutionalNetwork, RingElement) := o -> (N, F) -> isInNeurovariety(N, filterOfForm(N, F), o)

-- real roots with their multiplicities, by Sturm's theorem; a root of multiplicity m is one of m forms here
distinctRealRoots = f -> (
    if degreeOf f < 1 then return 0;
    sequence' := {f, diff((ring f)_0, f)};
    while last sequence' != 0 do sequence' = append(sequence', -(sequence'#-2 % last sequence'));
    sequence' = drop(sequence', -1);
    signAt := (g, side) -> (if leadCoefficient g > 0 then 1 else -1) * side^(degreeOf g);
    variations := side -> (
        signs := apply(sequence', g -> signAt(g, side));
        number(#signs - 1, i -> signs#i != signs#(i + 1))
        );
    variations(-1) - variations 1
    )
realRootCount = (A, L) -> (
    f := polynomialOf(A, L);
    total := endZeros L;
    while degreeOf f > 0 do (
        total = total + distinctRealRoots f;
        f = gcd(f, diff(A_0, f));
        );
    total
    )

isInNeuromanifold = method(TypicalValue => Boolean, Options => {Strategy => null})
isInNeuromanifold(ConvolutionalNetwork, List) := o -> (N, L) -> (
    advice := "; Strategy => Native decides more";
    if strategyOf(o.Strategy, {"Native"}, "isInNeuromanifold") === "Native" then (
        answer := (nativeFactorization(N, L))#"inNeuromanifold";
        if not instance(answer, Boolean) then error "isInNeuromanifold: undecided";
        return answer
        );
    if coefficientRing N =!= QQ then error "isInNeuromanifold asks for real layers: take QQ as the field of coefficients";
    F := filterIn(N, L);
    if isZeroForm F then return true;
    if not isInClosure(N, F) then return false;
    A := filterRing N;
    G := commonForms(N, F);
    (steps, degrees') := blocksOf N;
    oddLayers := apply(layerDegrees N, D -> number(D, odd));
    if apply(G, g -> #g - 1) == neededDegrees N then (
        -- one network only
        blocks := apply(#G, b -> if b == #G - 1 then G#b
            else quotientForm(A, G#b, spreadForm(G#(b + 1), steps#(b + 1) // steps#b)));
        not member(false, apply(blocks, oddLayers, (Q, n) -> n <= 1 or realRootCount(A, Q) >= n))
        )
    -- a real divisor of the common form is enough
    else if #G == 2 and max oddLayers <= 1 then even degrees'#1 or realRootCount(A, G#1) > 0
    else if layersOver(N, F) =!= null then true
    else error("isInNeuromanifold: there are several networks, none of them rational" | advice)
    )
isInNeuromanifold(ConvolutionalNetwork, RingElement) := o -> (N, F) -> isInNeuromanifold(N, filterOfForm(N, F), o)

-- a number as lcngen reads it
decimal = a -> (
    if instance(a, ZZ) then return toString a;
    if instance(a, RingElement) and char ring a > 0 then error "expected real numbers";
    if not instance(a, InexactNumber) then return toString lift(a, QQ);
    if not instance(a, RR) then error "expected real numbers";
    text := format(17, -1, 5, 5, "e", a);
    if match("^-?\\.", text) then replace("\\.", "0.", text) else text
    )
nativeFactorization = (N, L) -> (
    if #L != endToEndFilterSize N then
        error("expected " | toString endToEndFilterSize N | " numbers, the size of the end-to-end filter, not " | toString(#L));
    kk := coefficientRing N;
    if not (kk === QQ or instance(kk, RealField)) then
        error("Strategy => Native factors over QQ and RR, not over " | toString kk);
    numbers := apply(L, a -> try decimal a else error("expected rational or real numbers, not " | toString a));
    if all(numbers, a -> value a == 0) then return hashTable {
        "inNeurovariety" => true, "inNeuromanifold" => true,
        "layers" => apply(filterSizes N, n -> apply(n, i -> 0_QQ))};
    answer := runNative("factor" | architectureArguments N | " --filter=" | quoted demark(",", numbers)
        | " --most 0 --format json");
    found := try fromJSON answer else null;
    -- documents have a list of filters
    if instance(found, HashTable) and found#?"filters" and instance(found#"filters", List) and #found#"filters" > 0 then
        found = first found#"filters";
    if not instance(found, HashTable) or not all({"inNeurovariety", "inNeuromanifold"}, key -> found#?key)
    or not instance(found#"inNeurovariety", Boolean) or (found#?"networks" and not instance(found#"networks", List)) then
        error "lcngen factor has answered in a way that is not known here";
    areLayers := L -> instance(L, List) and all(L, a -> instance(a, List)) and apply(L, a -> #a) == filterSizes N;
    real := if found#?"networks" then select(found#"networks", n -> instance(n, HashTable) and n#?"layers") else {};
    if any(real, n -> not areLayers n#"layers") or (found#?"nearbyLayers" and not areLayers found#"nearbyLayers") then
        error "lcngen factor has answered with layers of other sizes";
    -- rounded numbers: layers nearby
    if found#?"verdict" and found#"verdict" === "within tolerance" and found#?"nearbyLayers" then return hashTable {
        "inNeurovariety" => true, "inNeuromanifold" => true, "layers" => found#"nearbyLayers"};
    exactly := a -> if instance(a, String) then promote(value a, QQ) else a;
    hashTable {
        "inNeurovariety" => found#"inNeurovariety", "inNeuromanifold" => found#"inNeuromanifold",
        "layers" => if #real > 0 then apply((first real)#"layers", a -> exactly \ a)}
    )
