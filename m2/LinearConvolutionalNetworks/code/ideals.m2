-- ideals from minors of resultant matrices

nonzeroGenerators = I -> select(I_*, f -> f != 0)
-- an ideal with these generators, zero ones left out
idealOver = (R, L) -> (
    L = select(L, f -> f != 0);
    if #L == 0 then ideal(0_R) else ideal L
    )
-- the same from matrices with one row each; no list of all generators is made
idealOfMatrices = (R, L) -> (
    L = select(L, M -> numColumns M > 0);
    if #L == 0 then ideal(0_R) else ideal if #L == 1 then L#0 else fold((M, M') -> M | M', L)
    )

-- the minors of size l + 2 - m of R_l; Macaulay2 leaves zero ones out
levelMinors = (l, N, forms, strategy) -> (
    R := ring N;
    size := l + 2 - commonDegree N;
    if commonDegree N == 0 or l < 0 then return map(R^1, R^0, 0);
    M := resultantRows(l, N, forms);
    if size > numRows M or size > numColumns M then map(R^1, R^0, 0)
    else (
        L := gens minors(size, M, Strategy => strategy);
        if L == 0 then map(R^1, R^0, 0) else L
        )
    )

-- the forms of degree m - 1, which must vanish
linearGenerators = N -> (
    R := ring N;
    L := if commonDegree N == 0 then {}
        else flatten apply(toList(firstSize N .. stride N - 1), i -> formCoefficients(N, i));
    if #L == 0 then map(R^1, R^0, 0) else matrix {L}
    )

-- J_0, J_1 and J_2 of Corollary 3.7, a matrix for each piece; of lean J the forms of top degree only
linearPart = N -> apply(twoLayerNetworks N, linearGenerators)
firstLevelPart = (N, strategy) -> apply(twoLayerNetworks N, P ->
    levelMinors(firstLevel P, P, formCount P, strategy))
secondLevelPart = (N, isLean, strategy) -> apply(select(twoLayerNetworks N, needsSecondLevel), P ->
    levelMinors(secondLevel P, P, if isLean then topFormCount P else formCount P, strategy))

-- with a strategy of Macaulay2's minors, null for its own choice
resultantIdealBy = (N, isLean, strategy) -> idealOfMatrices(ring N, join(
    linearPart N, firstLevelPart(N, strategy), secondLevelPart(N, isLean, strategy)))
allLevelsIdealBy = (N, strategy) -> idealOfMatrices(ring N, flatten apply(twoLayerNetworks N, P -> prepend(
    linearGenerators P,
    apply(toList(smallestDegree P .. last resultantLevels P), l ->
        levelMinors(l, P, formCount P, strategy)))))

minorsStrategies = new HashTable from {"Bareiss" => Bareiss, "Cofactor" => Cofactor, "Dynamic" => Dynamic}
minorsStrategyOf = name -> if name === null then Dynamic else minorsStrategies#name
strategiesOfMinors = {"Bareiss", "Cofactor", "Dynamic", "Native"}

-- Kept with the network. The generators are the same for every strategy, but for minimal ones.
resultantIdeal = method(
    TypicalValue => Ideal,
    Options => {Strategy => null, Lean => false, MinimalGenerators => false})
resultantIdeal ConvolutionalNetwork := o -> N -> (
    strategy := strategyOf(o.Strategy, strategiesOfMinors, "resultantIdeal");
    requireBoolean(o.Lean, "Lean");
    requireBoolean(o.MinimalGenerators, "MinimalGenerators");
    isNative := strategy === "Native";
    if o.MinimalGenerators then (
        requireExact(coefficientRing N, "resultantIdeal with MinimalGenerators => true");
        remembered(N.cache, (symbol resultantIdeal, symbol MinimalGenerators, isNative), () ->
            if isNative then nativeIdeal(N, "ideal --generators trimmed")
            else trim resultantIdeal(N, Lean => true, Strategy => o.Strategy))
        )
    else remembered(N.cache, if o.Lean then (symbol resultantIdeal, symbol Lean) else symbol resultantIdeal, () ->
        if isNative then nativeIdeal(N, "ideal --generators " | if o.Lean then "lean" else "paper")
        else resultantIdealBy(N, o.Lean, minorsStrategyOf strategy))
    )

allLevelsIdeal = method(TypicalValue => Ideal, Options => {Strategy => null})
allLevelsIdeal ConvolutionalNetwork := o -> N -> (
    strategy := strategyOf(o.Strategy, strategiesOfMinors, "allLevelsIdeal");
    remembered(N.cache, symbol allLevelsIdeal, () ->
        if strategy === "Native" then nativeIdeal(N, "ideal --generators levels")
        else allLevelsIdealBy(N, minorsStrategyOf strategy))
    )

-- Algorithm 1
vanish = method(
    TypicalValue => Ideal,
    Options => {PieceIdeal => resultantIdeal, TakeRadical => false})
vanish ConvolutionalNetwork := o -> N -> (
    R := ring N;
    k := filterSizes N;
    s := strides N;
    requireBoolean(o.TakeRadical, "TakeRadical");
    if o.TakeRadical then requireExact(coefficientRing N, "vanish with TakeRadical => true");
    if not instance(o.PieceIdeal, Function) then
        error "expected PieceIdeal => a function that makes an ideal from a network with two layers";
    radicalIfWanted := I -> if o.TakeRadical then radical I else I;
    local I;
    if #k == 1 then ideal(0_R)
    else if #k == 2 then (
        I = (o.PieceIdeal) N;
        if not instance(I, Ideal) or ring I =!= R then error "expected PieceIdeal to make ideals in the ring of the network";
        radicalIfWanted I
        )
    else (
        merged := networkOver(R,
            prepend(k#0 + s#0 * (k#1 - 1), drop(k, 2)), prepend(s#0 * s#1, drop(s, 2)));
        split := networkOver(R, {k#0, (endToEndFilterSize N - k#0) // s#0 + 1}, {s#0});
        I = vanish(merged, o) + vanish(split, o);
        radicalIfWanted idealOver(R, I_*)
        )
    )
