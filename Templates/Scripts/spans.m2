
-----------------------------------------------------------------------------
-- J and the prime ideal P, degree by degree

-- Whether polynomials of P are shown to span all of P in a degree, with their multiples. Modulo a prime the values
-- at random points have a rank that the dimension over QQ can only exceed, and that of P is known from its leading
-- monomials: equality is a proof, and anything else says nothing. The rank is taken in one multidegree after the
-- other: by residues of places modulo the first stride, and by the sum of places.
largestSpan = 40000;
spansInDegree = (L, d) -> (
    R := ring N;
    linear := set flatten apply(select(L, f -> first degree f == 1), support);
    places := select(toList(0 .. numgens R - 1), j -> not linear#?(R_j));
    n := #places;
    if n == 0 then return true;
    kk := if char R > 0 then coefficientRing R else ZZ/32003;
    s := if #strideList == 0 then 1 else first strideList;
    graded := kk(monoid [Variables => n, Degrees => apply(places, j ->
        append(apply(s, i -> if i == j % s then 1 else 0), j))]);
    toGraded := map(graded, R, apply(numgens R, j -> (
        place := position(places, p -> p == j);
        if place === null then 0_graded else graded_place)));
    L = select(first entries toGraded matrix {select(L, f -> first degree f <= d) | {0_R}}, f -> f != 0);
    if #L == 0 or not all(L, isHomogeneous) then return false;
    -- degrees count a variable twice: by residue and by place
    degreeOf := f -> sum drop(degree f, -1);
    factors := new HashTable from apply(unique apply(L, f -> d - degreeOf f), e -> (
        monomials := if e == 0 then {1_graded} else first entries gens (ideal vars graded)^e;
        e => apply(monomials, m -> {m, degree m})));
    if sum(L, f -> #(factors#(d - degreeOf f))) > largestSpan then return false;
    products := flatten apply(#L, i -> (
        above := degree L#i;
        apply(factors#(d - degreeOf L#i), m -> {above + m#1, L#i * m#0})));
    blocks := apply(values partition(first, products), block -> matrix {apply(block, last)});
    wanted := binomial(n + d - 1, d) - hilbertFunction(d, leads);
    -- numbers of its own, so that those of a session stay as they were
    state := 1;
    points := apply(max apply(blocks, numColumns), i -> map(kk, graded, apply(n, j -> (
        state = 48271 * state % 2147483647;
        state_kk))));
    wanted == sum(blocks, block -> rank matrix apply(numColumns block, p -> first entries (points#p) block))
    );

-- Whether J is radical, whether lean J is J, and whether J and P agree in all large degrees: then the radical of J is P.
-- J is contained in P. The generators of lean J are among those of J, and fewer: what they span J spans too.
checkRadicality = (J, lean, P) -> (
    lcngenBegin "jIsRadical";
    leanSpans := memoize(d -> spansInDegree(nonzeroGenerators lean, d));
    generatorsOfP := nonzeroGenerators P;
    degreesOfP := sort unique apply(generatorsOfP, f -> first degree f);
    witness := null;
    scan(degreesOfP, d -> if witness === null and not (d > 1 and leanSpans d) then
        witness = firstOutside(select(generatorsOfP, f -> first degree f == d), gb(J, DegreeLimit => d)));
    lcngenRecord("check.jIsRadical", toString(witness === null));
    if witness =!= null then lcngenRecord("witness.jIsRadical", toString listForm witness);
    isRadical := witness === null;

    lcngenBegin "leanEqualsJ";
    inLean := set nonzeroGenerators lean;
    others := partition(f -> first degree f, select(nonzeroGenerators J, f -> not inLean#?f));
    witness = null;
    scan(sort keys others, d -> if witness === null and not leanSpans d then
        witness = firstOutside(others#d, gb(lean, DegreeLimit => d)));
    lcngenCheck("leanEqualsJ", witness === null, witness);

    -- both are generated in degrees up to this one; where they agree, they agree in all degrees above it
    top := max({1} | apply(nonzeroGenerators J | generatorsOfP, f -> first degree f));
    lcngenBegin "saturation";
    agree := isRadical or any({top, top + 1}, leanSpans);
    -- P is prime, and the last variable is not in it
    witness = if agree then null else firstOutside(generatorsOfP, gb saturate(J, (ring N)_(numgens ring N - 1)));
    lcngenCheck("saturationIsPrimeIdeal", witness === null, witness);
    lcngenBegin "primeIdealInRadicalJ";
    witness = if agree then null else (
        L := select(1, generatorsOfP, f -> f % J != 0 and not radicalContainment(f, J));
        if #L == 0 then null else L#0);
    lcngenCheck("primeIdealInRadicalJ", witness === null, witness);
    lcngenRecord("codimension.J", toString if agree then codim leads else codim J);
    isRadical
    );
