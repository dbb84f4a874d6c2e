newPackage(
    "LinearConvolutionalNetworks",
    Version => "0.1.0",
    Date => "November 24, 2026",
    Authors => {}, -- to be filled in by the owner of the project
    Headline => "equations of neurovarieties of linear convolutional networks",
    Keywords => {"Applied Algebraic Geometry", "Commutative Algebra"},
    PackageImports => {"MinimalPrimes"},
    DebuggingMode => false
    )

export {
    -- networks and their invariants
    "ConvolutionalNetwork",
    "convolutionalNetwork",
    "filterSizes",
    "strides",
    "endToEndFilterSize",
    "reducedNetwork",
    "isReducedNetwork",
    "twoLayerNetworks",
    -- the coefficient map and its kernel
    "coefficientMap",
    "neurovarietyKernel",
    "Graded",
    -- ideals from resultant matrices
    "sDecomposition",
    "resultantMatrix",
    "resultantLevels",
    "resultantIdeal",
    "Lean",
    "allLevelsIdeal",
    "minimalNonfaces",
    "neurovarietyIdeal",
    "vanish",
    "PieceIdeal",
    "TakeRadical",
    -- certificates
    "vanishesOnNeurovariety",
    "definesNeurovariety",
    "isResultantIdealRadical",
    "certifyNeurovarietyIdeal",
    -- training
    "euclideanDistanceDegree",
    "countCriticalPoints",
    -- the program lcngen
    "nativeProgram"
    }

importFrom(Core, {"raw", "rawMatrix1"})

-- the value of f(), computed once
remembered = (table, key, f) -> (
    if not table#?key then table#key = f();
    table#key
    )

-----------------------------------------------------------------------------
-- Networks and their invariants
-----------------------------------------------------------------------------

ConvolutionalNetwork = new Type of HashTable
ConvolutionalNetwork.synonym = "linear convolutional network"

-- S_1, ..., S_L with S_l = s_1 ... s_(l-1)
strideProducts = (k, s) -> apply(#k, l -> product take(s, l))
sizeOf = (k, s) -> 1 + sum(#k, l -> (k#l - 1) * (strideProducts(k, s))#l)

-- a network whose filters have their coefficients in a given ring; pieces of a
-- network share its ring
networkOver = (R, k, s) -> new ConvolutionalNetwork from {
    symbol filterSizes => k,
    symbol strides => s,
    symbol ring => R,
    symbol cache => new CacheTable
    }

convolutionalNetwork = method(
    TypicalValue => ConvolutionalNetwork,
    Options => {CoefficientRing => QQ, Variable => "w"})
convolutionalNetwork(List, ZZ) := o -> (k, s) -> convolutionalNetwork(k, {s}, o)
convolutionalNetwork(List, List) := o -> (k, s) -> (
    if #k == 0 or not all(k, n -> instance(n, ZZ) and n > 0) then
        error "expected filter sizes that are positive integers";
    if not all(s, n -> instance(n, ZZ) and n > 0) then
        error "expected strides that are positive integers";
    if #s != #k - 1 and #s != #k then
        error "expected one stride fewer than filter sizes (one more is allowed, and has no influence)";
    s = take(s, #k - 1);
    x := o.Variable;
    if instance(x, String) then x = getSymbol x;
    R := (o.CoefficientRing)[x_0 .. x_(sizeOf(k, s) - 1)];
    networkOver(R, k, s)
    )

filterSizes = method(TypicalValue => List)
filterSizes ConvolutionalNetwork := N -> N#(symbol filterSizes)
strides = method(TypicalValue => List)
strides ConvolutionalNetwork := N -> N#(symbol strides)
ring ConvolutionalNetwork := N -> N#(symbol ring)
coefficientRing ConvolutionalNetwork := N -> coefficientRing ring N
numLayers = N -> #filterSizes N

describeNetwork = N -> (
    sizes := demark(",", toString \ filterSizes N);
    steps := demark(",", toString \ strides N);
    "(" | sizes | (if steps == "" then "" else ";" | steps) | ")"
    )
toString ConvolutionalNetwork := N ->
    "convolutionalNetwork(" | toString filterSizes N | "," | toString strides N | ")"
net ConvolutionalNetwork := N -> net("linear convolutional network " | describeNetwork N)

endToEndFilterSize = method(TypicalValue => ZZ)
endToEndFilterSize ConvolutionalNetwork := N -> sizeOf(filterSizes N, strides N)

-- Theorem 2.6: the affine cone
dim ConvolutionalNetwork := N -> sum filterSizes N - (numLayers N - 1)

-- the degree of the Segre variety of the reduced network
degree ConvolutionalNetwork := N -> (
    lengths := apply(filterSizes reducedNetwork N, n -> n - 1);
    (sum lengths)! // product apply(lengths, n -> n!)
    )

-- Definition 2.4. Layers of size 1 hand their stride on; a stride 1 merges two layers.
reducedNetwork = method(TypicalValue => ConvolutionalNetwork)
reducedNetwork ConvolutionalNetwork := N -> (
    sizes := {};
    steps := {}; -- S_l for each layer that is kept
    products := strideProducts(filterSizes N, strides N);
    scan(numLayers N, l -> (
        n := (filterSizes N)#l;
        if #steps > 0 and last steps == products#l then
            sizes = append(drop(sizes, -1), last sizes + n - 1)
        else if #steps == 0 or n > 1 then (
            sizes = append(sizes, n);
            steps = append(steps, products#l);
            )));
    networkOver(ring N, sizes, apply(#steps - 1, l -> steps#(l + 1) // steps#l))
    )
isReducedNetwork = method(TypicalValue => Boolean)
isReducedNetwork ConvolutionalNetwork := N ->
    all(filterSizes N, n -> n > 1) and all(strides N, n -> n > 1)

-- Proposition 3.2: the first l layers merged, and the others merged
twoLayerNetworks = method(TypicalValue => List)
twoLayerNetworks ConvolutionalNetwork := N -> (
    k := filterSizes N;
    K := endToEndFilterSize N;
    products := strideProducts(k, strides N);
    apply(#k - 1, l -> (
        first' := 1 + sum(l + 1, p -> (k#p - 1) * products#p);
        second := (K - first') // products#(l + 1) + 1;
        networkOver(ring N, {first', second}, {products#(l + 1)})
        ))
    )

-----------------------------------------------------------------------------
-- The coefficient map and its kernel
-----------------------------------------------------------------------------

-- one coefficient a layer and tap
parameterRing = N -> remembered(N.cache, "parameters", () -> (
    a := getSymbol "a";
    (coefficientRing N)[flatten apply(numLayers N, l ->
        apply((filterSizes N)#l, i -> a_(l + 1, i)))]
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

neurovarietyKernel = method(TypicalValue => Ideal, Options => {Graded => true})
neurovarietyKernel ConvolutionalNetwork := o -> N -> (
    R := ring N;
    A := parameterRing N;
    -- a new source ring, so that nothing is remembered; with degree L for every variable
    -- the map is homogeneous, and its kernel much faster
    x := local x;
    K := endToEndFilterSize N;
    source' := if o.Graded then (coefficientRing N)[x_0 .. x_(K - 1), Degrees => {K : {numLayers N}}]
        else (coefficientRing N)[x_0 .. x_(K - 1)];
    I := kernel map(A, source', endToEndFilter(A, filterSizes N, strides N));
    trim (map(R, source', gens R)) I
    )

-----------------------------------------------------------------------------
-- Resultant matrices
-----------------------------------------------------------------------------

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
    S := remembered(N.cache, "forms", () -> R[getSymbol "x", getSymbol "y"]);
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

-----------------------------------------------------------------------------
-- Ideals
-----------------------------------------------------------------------------

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

isNative = strategy -> instance(strategy, String) and strategy == "Native"
minorsStrategy = strategy -> if strategy === null then Dynamic else strategy

resultantIdeal = method(
    TypicalValue => Ideal,
    Options => {Strategy => null, Lean => false, MinimalGenerators => false})
resultantIdeal ConvolutionalNetwork := o -> N -> (
    if isNative o.Strategy then return nativeIdeal(N, "ideal --generators " |
        if o.MinimalGenerators then "trimmed" else if o.Lean then "lean" else "paper");
    strategy := minorsStrategy o.Strategy;
    pieces := twoLayerNetworks N;
    -- one part after another, as in Corollary 3.7
    J := idealOfMatrices(ring N, join(
        apply(pieces, linearGenerators),
        apply(pieces, P -> levelMinors(firstLevel P, P, formCount P, strategy)),
        apply(select(pieces, needsSecondLevel), P ->
            levelMinors(secondLevel P, P, if o.Lean then topFormCount P else formCount P, strategy))));
    if o.MinimalGenerators then trim J else J
    )

allLevelsIdeal = method(TypicalValue => Ideal, Options => {Strategy => null})
allLevelsIdeal ConvolutionalNetwork := o -> N -> (
    if isNative o.Strategy then return nativeIdeal(N, "ideal --generators levels");
    strategy := minorsStrategy o.Strategy;
    idealOfMatrices(ring N, flatten apply(twoLayerNetworks N, P -> prepend(
        linearGenerators P,
        apply(toList(smallestDegree P .. last resultantLevels P), l ->
            levelMinors(l, P, formCount P, strategy)))))
    )

-- The residues modulo s of 0, j_1, ..., j_t, K - 1 have at most e = (k1 - 1) // s strict
-- descents iff {j_1, ..., j_t} is a face. So in a minimal nonface there are e + 1, and each
-- place is needed for one of them, which its two neighbours decide.
isNeeded = (a, b, c) -> if a > b then b > c or a <= c else b > c and a <= c

minimalNonfaces = method(TypicalValue => List)
minimalNonfaces ConvolutionalNetwork := N -> (
    requireTwoLayers(N, "minimalNonfaces");
    if commonDegree N == 0 then return {};
    s := stride N;
    K := endToEndFilterSize N;
    wanted := (firstSize N - 1) // s + 1;
    found := {};
    -- places begins with 0; descents are those of places
    extend := (places, descents) -> (
        last' := (last places) % s;
        before := if #places > 1 then places#(#places - 2) % s;
        isNeededBefore := r -> before === null or isNeeded(before, last', r);
        lastOne := (K - 1) % s;
        if #places > 1 and isNeededBefore lastOne
            and descents + (if last' > lastOne then 1 else 0) == wanted then
            found = append(found, drop(places, 1));
        scan(last places + 1 .. K - 2, j -> (
            now := descents + (if last' > j % s then 1 else 0);
            if now <= wanted and isNeededBefore(j % s) then extend(append(places, j), now)
            ));
        );
    extend({0}, 0);
    sort apply(found, F -> {#F, F}) / last
    )

-- row p: the form of the residue of F#p, shifted; column p in the same place; its diagonal
-- is the product of the variables of F
nonfaceMinor = (N, F) -> (
    R := ring N;
    s := stride N;
    residues := apply(F, j -> j % s);
    shifts := apply(#F, p -> number(p, u -> residues#u <= residues#(u + 1)));
    columns := apply(#F, p -> F#p // s + shifts#p);
    det(matrix apply(#F, p -> apply(columns, column -> (
        j := residues#p + s * (column - shifts#p);
        if column < shifts#p or j >= endToEndFilterSize N then 0_R else R_j
        ))), Strategy => Cofactor)
    )

neurovarietyIdeal = method(TypicalValue => Ideal, Options => {Strategy => null})
neurovarietyIdeal ConvolutionalNetwork := o -> N -> (
    if isNative o.Strategy then nativeIdeal(N, "vanishing")
    else if o.Strategy =!= null then
        error "expected Strategy => null or Strategy => \"Native\""
    else (
        -- of two pieces with the same nonface the first gives the minor
        faces := flatten apply(twoLayerNetworks N, P -> apply(minimalNonfaces P, F -> (F, P)));
        seen := new MutableHashTable;
        faces = select(faces, (F, P) -> if seen#?F then false else seen#F = true);
        if numLayers N > 2 then faces = select(faces, (F, P) ->
            not any(toList(1 .. #F - 1), n -> any(subsets(F, n), G -> seen#?G)));
        idealOver(ring N, apply(faces, (F, P) -> nonfaceMinor(P, F)))
        )
    )

-- Algorithm 1
vanish = method(
    TypicalValue => Ideal,
    Options => {PieceIdeal => resultantIdeal, TakeRadical => false})
vanish ConvolutionalNetwork := o -> N -> (
    R := ring N;
    k := filterSizes N;
    s := strides N;
    radicalIfWanted := I -> if o.TakeRadical then radical I else I;
    if #k == 1 then ideal(0_R)
    else if #k == 2 then radicalIfWanted o.PieceIdeal N
    else (
        merged := networkOver(R,
            prepend(k#0 + s#0 * (k#1 - 1), drop(k, 2)), prepend(s#0 * s#1, drop(s, 2)));
        split := networkOver(R, {k#0, (endToEndFilterSize N - k#0) // s#0 + 1}, {s#0});
        I := vanish(merged, o) + vanish(split, o);
        radicalIfWanted idealOver(R, I_*)
        )
    )

-----------------------------------------------------------------------------
-- Certificates
-----------------------------------------------------------------------------

requireRing = (I, N) -> if ring I =!= ring N then
    error "expected an ideal in the ring of the network";

vanishesOnNeurovariety = method(TypicalValue => Boolean)
vanishesOnNeurovariety(Ideal, ConvolutionalNetwork) := (I, N) -> (
    requireRing(I, N);
    f := coefficientMap N;
    all(I_*, g -> f g == 0)
    )

definesNeurovariety = method(TypicalValue => Boolean)
definesNeurovariety(Ideal, ConvolutionalNetwork) := (I, N) -> (
    vanishesOnNeurovariety(I, N)
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
    else resultantIdeal N == neurovarietyIdeal N
    )

certifyNeurovarietyIdeal = method(TypicalValue => Boolean)
certifyNeurovarietyIdeal ConvolutionalNetwork := N -> (
    R := ring N;
    I := neurovarietyIdeal N;
    if not vanishesOnNeurovariety(I, N) then return false;
    L := nonzeroGenerators I / leadMonomial;
    if #L == 0 then return dim N == numgens R;
    M := monomialIdeal L;
    -- squarefree and of one dimension: a larger initial ideal would have a smaller dimension
    -- or degree than the neurovariety has
    all(L, f -> max first exponents f == 1)
    and all(minimalPrimes M, P -> dim P == dim N)
    and degree M == degree N
    )

-----------------------------------------------------------------------------
-- Training
-----------------------------------------------------------------------------

-- (4.9) with n_j = k_j - 1 in place of k_j inside the sum (Holme's formula)
euclideanDistanceDegree = method(TypicalValue => ZZ)
euclideanDistanceDegree ConvolutionalNetwork := N ->
    euclideanDistanceDegree filterSizes reducedNetwork N
euclideanDistanceDegree List := k -> (
    n := apply(select(k, i -> i > 1), i -> i - 1);
    M := sum n;
    -- the coefficients of t^0, t^1, ... in the product over the layers
    series := {1_QQ};
    scan(n, nj -> (
        factor' := apply(nj + 1, i -> binomial(nj + 1, i) / (nj - i)!);
        series = apply(#series + nj, t -> sum(max(0, t - nj) .. min(t, #series - 1), u ->
            series#u * factor'#(t - u)))
        ));
    total := sum(M + 1, t -> (-1)^t * (2^(M + 1 - t) - 1) * (M - t)! * series#t);
    lift(total, ZZ)
    )

countCriticalPoints = method(TypicalValue => ZZ, Options => {CoefficientRing => ZZ/32003})
countCriticalPoints ConvolutionalNetwork := o -> N -> (
    -- merged layers have several factorizations, which would be counted too
    N = reducedNetwork N;
    kk := o.CoefficientRing;
    k := filterSizes N;
    K := endToEndFilterSize N;
    -- In a chart where every filter begins with 1 and w is scaled by 1/y, the equations
    -- Jacobian * (T w - y b) = 0 leave out w = 0.
    c := local c;
    y := local y;
    S := kk[flatten apply(#k, l -> apply(k#l - 1, i -> c_(l, i))) | {y}];
    a := local a;
    A := kk[a_0 .. a_(sum k - 1)];
    offset := -1;
    inChart := map(S, A, flatten apply(k, n -> prepend(1_S, apply(n - 1, i -> (
        offset = offset + 1;
        S_offset)))));
    w := matrix {endToEndFilter(A, k, strides N)};
    T := random(kk^K, kk^K);
    b := random(kk^K, kk^1);
    equations := ideal((inChart jacobian w) *
        (promote(T + transpose T, S) * transpose inChart w - last gens S * promote(b, S)));
    if equations == 1 then 0
    else if dim equations > 0 then error "infinitely many critical points: the random problem is not generic, try again"
    else degree equations
    )

-----------------------------------------------------------------------------
-- The program lcngen
-----------------------------------------------------------------------------

minimumNativeVersion = "0.1.0"

-- looking costs more than a small ideal: what was found is kept while the places to look in stay the same
foundPrograms = new MutableHashTable
nativeProgram = {RaiseError => true} >> o -> () -> (
    places := (if programPaths#?"lcngen" then programPaths#"lcngen", getenv "PATH");
    if foundPrograms#?places then return foundPrograms#places;
    program := findProgram("lcngen", "lcngen --version",
        MinimumVersion => (minimumNativeVersion, "lcngen --version | sed 's/.* //'"),
        RaiseError => false);
    if program === null and o.RaiseError then error(
        "Strategy => \"Native\" needs the program lcngen, version " | minimumNativeVersion |
        " or later, on PATH or in the folder programPaths#\"lcngen\"");
    if program =!= null then foundPrograms#places = program;
    program
    )

-- numbers only: nothing a shell could misunderstand
nativeIdeal = (N, command) -> (
    program := nativeProgram();
    if dim N == endToEndFilterSize N then return ideal(0_(ring N));
    numbers := L -> demark(",", toString \ L);
    file := temporaryFileName();
    runProgram(program, "lcngen", command | " --k " | numbers filterSizes N
        | " --s " | numbers append(strides N, 1) | " --format m2-engine --out " | file);
    M := readPolynomials(ring N, file);
    removeFile file;
    -- modulo p some are zero
    if char ring N > 0 then M = compress M;
    -- finding out by looking at every term would take a third of the time
    M.cache#(symbol isHomogeneous) = true;
    ideal M
    )

-- The engine reads such a file itself since 1.23; before, terms are looked up one by one.
readPolynomials = (R, file) -> (
    if Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
        read := value Core#"private dictionary"#"rawMatrixReadMsolveFile";
        if char R == 0 then return map(R, read(raw R, file));
        -- it would keep terms whose coefficient is zero modulo p (seen in 1.26.06)
        S := QQ(monoid R);
        (map(R, S, gens R)) map(S, read(raw S, file))
        )
    else parsePolynomials(R, get file)
    )

-- terms like -2*w_0^2*w_3, in polynomials that end with "," or "]:"
parsePolynomials = (R, text) -> (
    text = last separate("\\[", text);
    text = first separate("\\]", text);
    -- everything is looked up, and made once only; elements of the engine add up faster than those of R
    factors := new MutableHashTable from apply(numgens R, i -> ("w_" | toString i, raw R_i));
    factor' := t -> remembered(factors, t, () -> (
        if match("^[0-9]+$", t) then raw promote(value t, R)
        else if match("^w_[0-9]+\\^[0-9]+$", t) then (
            (x, n) := toSequence separate("\\^", t);
            (factor' x)^(value n)
            )
        else error("neither a number nor a power of a variable: " | t)
        ));
    terms' := new MutableHashTable;
    term := t -> remembered(terms', t, () ->
        if t#0 == "-" then - term substring(1, t) else product(separate("\\*", t), factor'));
    -- a sum copies both sides: in pairs that takes n log n copies, one term after another n^2
    total := L -> (
        while #L > 1 do L = apply(pack(2, L), p -> if #p == 2 then p#0 + p#1 else p#0);
        L#0
        );
    polynomials := toSequence apply(separate(",\n", text), p ->
        total apply(select(separate("\\+", replace("-", "+-", p)), t -> t != ""), term));
    map(R^1, , map(R, rawMatrix1(raw R^1, #polynomials, polynomials, 0)))
    )

-----------------------------------------------------------------------------
-- Documentation
-----------------------------------------------------------------------------

beginDocumentation()

doc ///
Key
    LinearConvolutionalNetworks
Headline
    equations of neurovarieties of linear convolutional networks
Description
    Text
        A linear convolutional network with filter sizes $k_1,\dots,k_L$ and strides
        $s_1,\dots,s_{L-1}$ is itself a convolution. Its end-to-end filter is
        $w=(w_0,\dots,w_{K-1})$, where $w_j$ is the coefficient of $x^{K-1-j}y^j$ in a product of
        binary forms $P_L\cdots P_1$, the form $P_l$ having degree $k_l-1$ in $x^{S_l}$ and $y^{S_l}$
        with $S_l=s_1\cdots s_{l-1}$. The Zariski closure of all $w$ is the {\em neurovariety}.

        This package computes its equations: the ideal $J$ of minors of resultant matrices of
        Shahverdi's paper, whose radical is the prime ideal of the neurovariety, and the prime ideal
        itself, without any radical or elimination.
    Example
        N = convolutionalNetwork({5,2}, 3)
        (dim N, degree N, endToEndFilterSize N)
        resultantMatrix N
        J = resultantIdeal N;
        tally apply(J_*, f -> first degree f)
        I = neurovarietyIdeal N;
        J == I
        I == neurovarietyKernel N
    Text
        This is Example 3.8 of the paper: four cubics and a quartic generate the ideal.
    Example
        tally apply((trim I)_*, f -> first degree f)
    Text
        The program {\em lcngen} computes the same ideals much faster; see @TO nativeProgram@.
    Text
        References: V. Shahverdi, Algebraic Complexity and Neurovariety of Linear Convolutional
        Networks, arXiv:2401.16613, cited here as the paper. Numbers of theorems are those of the paper.
Subnodes
    ConvolutionalNetwork
    coefficientMap
    neurovarietyKernel
    sDecomposition
    resultantMatrix
    resultantLevels
    resultantIdeal
    allLevelsIdeal
    minimalNonfaces
    neurovarietyIdeal
    vanish
    vanishesOnNeurovariety
    definesNeurovariety
    isResultantIdealRadical
    certifyNeurovarietyIdeal
    euclideanDistanceDegree
    countCriticalPoints
    nativeProgram
///

doc ///
Key
    ConvolutionalNetwork
    (net, ConvolutionalNetwork)
    (toString, ConvolutionalNetwork)
Headline
    the class of linear convolutional networks
Description
    Text
        An architecture: filter sizes, strides, and a polynomial ring with one variable for each
        coefficient of the end-to-end filter. Made by @TO convolutionalNetwork@.
    Example
        N = convolutionalNetwork({3,2,2}, {2,2})
        ring N
        toString N
Subnodes
    convolutionalNetwork
    filterSizes
    strides
    endToEndFilterSize
    (ring, ConvolutionalNetwork)
    (dim, ConvolutionalNetwork)
    (degree, ConvolutionalNetwork)
    reducedNetwork
    isReducedNetwork
    twoLayerNetworks
///

doc ///
Key
    convolutionalNetwork
    (convolutionalNetwork, List, List)
    (convolutionalNetwork, List, ZZ)
    [convolutionalNetwork, CoefficientRing]
    [convolutionalNetwork, Variable]
Headline
    a network from filter sizes and strides
Usage
    convolutionalNetwork(k, s)
Inputs
    k:List
        filter sizes, first layer first
    s:List
        strides, one fewer than filter sizes; one more is allowed and has no influence. For two
        layers the stride alone will do
    CoefficientRing => Ring
        the field of the coefficients
    Variable => String
        the name of the variables
Outputs
    :ConvolutionalNetwork
Description
    Example
        convolutionalNetwork({7,7}, 3)
        ring convolutionalNetwork({2,2,2}, {2,2}, CoefficientRing => ZZ/32003, Variable => "u")
SeeAlso
    filterSizes
    strides
///

doc ///
Key
    filterSizes
    (filterSizes, ConvolutionalNetwork)
Headline
    the filter sizes of a network
Usage
    filterSizes N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of positive integers, first layer first
Description
    Example
        filterSizes convolutionalNetwork({3,2,2}, {2,2})
///

doc ///
Key
    strides
    (strides, ConvolutionalNetwork)
Headline
    the strides of a network
Usage
    strides N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of positive integers, one fewer than there are layers
Description
    Example
        strides convolutionalNetwork({3,2,2}, {2,2})
///

doc ///
Key
    endToEndFilterSize
    (endToEndFilterSize, ConvolutionalNetwork)
Headline
    the number of coefficients of the end-to-end filter
Usage
    endToEndFilterSize N
Inputs
    N:ConvolutionalNetwork
Outputs
    :ZZ
        $K=k_1+\sum_{l\ge 2}(k_l-1)S_l$, the number of variables of the ring of the network
Description
    Example
        endToEndFilterSize convolutionalNetwork({7,7}, 3)
///

doc ///
Key
    (ring, ConvolutionalNetwork)
    (coefficientRing, ConvolutionalNetwork)
Headline
    the ring of the ideals of a network
Usage
    ring N
Inputs
    N:ConvolutionalNetwork
Outputs
    :Ring
        polynomials in the coefficients of the end-to-end filter, in graded reverse lexicographic
        order
Description
    Example
        ring convolutionalNetwork({2,2}, 2)
        coefficientRing convolutionalNetwork({2,2}, 2)
///

doc ///
Key
    (dim, ConvolutionalNetwork)
Headline
    the dimension of the neurovariety
Usage
    dim N
Inputs
    N:ConvolutionalNetwork
Outputs
    :ZZ
        the dimension of the affine cone, $\sum k_l-(L-1)$
Description
    Example
        N = convolutionalNetwork({3,2,2}, {2,2})
        dim N
        dim neurovarietyIdeal N
///

doc ///
Key
    (degree, ConvolutionalNetwork)
Headline
    the degree of the neurovariety
Usage
    degree N
Inputs
    N:ConvolutionalNetwork
Outputs
    :ZZ
        the degree of the Segre variety of the reduced network, a multinomial coefficient
Description
    Example
        N = convolutionalNetwork({3,2,2}, {2,2})
        degree N
        degree neurovarietyIdeal N
        degree convolutionalNetwork({4,3}, 1)
///

doc ///
Key
    reducedNetwork
    (reducedNetwork, ConvolutionalNetwork)
Headline
    a reduced network with the same neurovariety
Usage
    reducedNetwork N
Inputs
    N:ConvolutionalNetwork
Outputs
    :ConvolutionalNetwork
        over the same ring
Description
    Text
        A stride 1 merges two layers, and a layer of size 1 after the first hands its stride on
        (Definition 2.4). A first layer of size 1 stays.
    Example
        reducedNetwork convolutionalNetwork({3,1,2}, {2,2})
        reducedNetwork convolutionalNetwork({4,3}, 1)
SeeAlso
    isReducedNetwork
///

doc ///
Key
    isReducedNetwork
    (isReducedNetwork, ConvolutionalNetwork)
Headline
    whether all filter sizes and strides are greater than 1
Usage
    isReducedNetwork N
Inputs
    N:ConvolutionalNetwork
Outputs
    :Boolean
Description
    Example
        isReducedNetwork convolutionalNetwork({3,2}, 2)
        isReducedNetwork convolutionalNetwork({3,2}, 1)
SeeAlso
    reducedNetwork
///

doc ///
Key
    twoLayerNetworks
    (twoLayerNetworks, ConvolutionalNetwork)
Headline
    the two-layer networks whose neurovarieties intersect in that of a network
Usage
    twoLayerNetworks N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of networks with two layers over the ring of N: the first $l$ layers merged, and the others
Description
    Text
        The neurovariety of a network is the intersection of the neurovarieties of these
        (Proposition 3.2), and its prime ideal is the sum of theirs.
    Example
        twoLayerNetworks convolutionalNetwork({3,2,2}, {2,2})
SeeAlso
    vanish
///

doc ///
Key
    coefficientMap
    (coefficientMap, ConvolutionalNetwork)
Headline
    the parametrization of the neurovariety
Usage
    coefficientMap N
Inputs
    N:ConvolutionalNetwork
Outputs
    :RingMap
        from the ring of N to polynomials in the coefficients of all filters
Description
    Example
        coefficientMap convolutionalNetwork({2,2}, 2)
SeeAlso
    neurovarietyKernel
///

doc ///
Key
    neurovarietyKernel
    (neurovarietyKernel, ConvolutionalNetwork)
    [neurovarietyKernel, Graded]
    Graded
Headline
    the prime ideal of the neurovariety by elimination
Usage
    neurovarietyKernel N
Inputs
    N:ConvolutionalNetwork
    Graded => Boolean
        whether variables have degrees that make the map homogeneous, which is much faster. With
        false this is the computation that the paper timed
Outputs
    :Ideal
        the kernel of @TO coefficientMap@
Description
    Text
        The slow way, and the one that uses nothing but the definition. Nothing is remembered: each
        call computes anew.
    Example
        N = convolutionalNetwork({2,3}, 2);
        neurovarietyKernel N
        neurovarietyKernel(N, Graded => false) == neurovarietyIdeal N
SeeAlso
    neurovarietyIdeal
///

doc ///
Key
    sDecomposition
    (sDecomposition, ConvolutionalNetwork)
Headline
    the binary forms of a two-layer network
Usage
    sDecomposition N
Inputs
    N:ConvolutionalNetwork
        with two layers
Outputs
    :List
        $q_1,\dots,q_s$ as polynomials in two new variables over the ring of N; the coefficients of
        $q_i$ are the $w_j$ with $j\equiv i-1$ modulo $s$, in this order
Description
    Text
        A filter is in the neurovariety iff these forms have a common factor of degree $k_2-1$
        (Definition 3.1, Corollary 3.3).
    Example
        sDecomposition convolutionalNetwork({5,2}, 3)
SeeAlso
    resultantMatrix
///

doc ///
Key
    resultantMatrix
    (resultantMatrix, ConvolutionalNetwork)
    (resultantMatrix, ZZ, ConvolutionalNetwork)
Headline
    the resultant matrix of a two-layer network
Usage
    resultantMatrix N
    resultantMatrix(l, N)
Inputs
    N:ConvolutionalNetwork
        with two layers
    l:ZZ
        the level; the first of @TO resultantLevels@ if it is left out
Outputs
    :Matrix
        whose rows are the coefficients of all $x^ay^bq_i$ of degree $l$
Description
    Text
        On the neurovariety the minors of size $l+2-m$ vanish at every level, with $m=k_2-1$.
    Example
        N = convolutionalNetwork({5,2}, 3);
        resultantMatrix N
        resultantMatrix(3, N)
SeeAlso
    sDecomposition
    resultantIdeal
///

doc ///
Key
    resultantLevels
    (resultantLevels, ConvolutionalNetwork)
Headline
    the levels whose minors generate the ideal J of a two-layer network
Usage
    resultantLevels N
Inputs
    N:ConvolutionalNetwork
        with two layers
Outputs
    :List
        one or two numbers (Corollary 3.7)
Description
    Example
        resultantLevels convolutionalNetwork({7,7}, 3)
        resultantLevels convolutionalNetwork({8,8}, 3)
SeeAlso
    resultantIdeal
///

doc ///
Key
    resultantIdeal
    (resultantIdeal, ConvolutionalNetwork)
    [resultantIdeal, Lean]
    [resultantIdeal, MinimalGenerators]
    [resultantIdeal, Strategy]
    Lean
Headline
    the ideal J of minors of resultant matrices
Usage
    resultantIdeal N
Inputs
    N:ConvolutionalNetwork
    Lean => Boolean
        whether the second level takes minors of the forms of top degree only: the same ideal with
        fewer generators
    MinimalGenerators => Boolean
        whether to return a minimal generating set. The native one consists of minors, chosen by ranks
        modulo a prime
    Strategy => Symbol
        {\tt Bareiss}, {\tt Cofactor} or {\tt Dynamic} (which is the default) for @TO minors@, or
        the string {\tt "Native"} for @TO nativeProgram@
Outputs
    :Ideal
        whose zero set is the neurovariety (Corollary 3.7; for more than two layers the sum over
        @TO twoLayerNetworks@, which is Algorithm 1 without radicals, Remark 3.10)
Description
    Text
        The ideal need not be radical; see @TO isResultantIdealRadical@. Minors that are zero are left
        out.
    Example
        N = convolutionalNetwork({8,2}, 3);
        J = resultantIdeal N;
        numgens J
        numgens resultantIdeal(N, Lean => true)
        numgens resultantIdeal(N, MinimalGenerators => true)
        J == resultantIdeal(N, Lean => true)
        J == neurovarietyIdeal N
SeeAlso
    allLevelsIdeal
    neurovarietyIdeal
///

doc ///
Key
    allLevelsIdeal
    (allLevelsIdeal, ConvolutionalNetwork)
    [allLevelsIdeal, Strategy]
Headline
    the minors of the resultant matrices of all levels
Usage
    allLevelsIdeal N
Inputs
    N:ConvolutionalNetwork
    Strategy => Symbol
        as for @TO resultantIdeal@
Outputs
    :Ideal
        the prime ideal of the neurovariety; no radical is needed
Description
    Text
        For a reduced network these minors are a Gröbner basis in graded reverse lexicographic order
        with $w_0>w_1>\dots$, and their leading monomials are squarefree.
    Example
        N = convolutionalNetwork({5,2}, 3);
        P = allLevelsIdeal N;
        (numgens P, isPrime P)
        P == neurovarietyKernel N
SeeAlso
    neurovarietyIdeal
///

doc ///
Key
    minimalNonfaces
    (minimalNonfaces, ConvolutionalNetwork)
Headline
    the minimal nonfaces of the initial complex of a two-layer network
Usage
    minimalNonfaces N
Inputs
    N:ConvolutionalNetwork
        with two layers
Outputs
    :List
        of lists of indices of variables, the shorter ones first
Description
    Text
        The initial ideal of the prime ideal of the neurovariety is generated by the products of
        variables of minimal nonfaces. A set is a nonface iff the residues modulo $s$ of 0, its
        elements in increasing order, and $K-1$ have more than $(k_1-1)/s$ strict descents.
    Example
        N = convolutionalNetwork({5,2}, 3);
        minimalNonfaces N
        apply((neurovarietyIdeal N)_*, leadMonomial)
SeeAlso
    neurovarietyIdeal
///

doc ///
Key
    neurovarietyIdeal
    (neurovarietyIdeal, ConvolutionalNetwork)
    [neurovarietyIdeal, Strategy]
Headline
    the prime ideal of the neurovariety
Usage
    neurovarietyIdeal N
Inputs
    N:ConvolutionalNetwork
    Strategy => String
        {\tt "Native"} for @TO nativeProgram@
Outputs
    :Ideal
        generated by one minor of a resultant matrix for each minimal nonface
Description
    Text
        The generators are a Gröbner basis in graded reverse lexicographic order, by a theorem. That they
        are minimal generators was so in all cases where it was tried, but is not proved. For the evidence
        in a single case see @TO certifyNeurovarietyIdeal@.
    Example
        I = neurovarietyIdeal convolutionalNetwork({6,6}, 3);
        tally apply(I_*, f -> first degree f)
    Text
        Macaulay2 can be told of the theorem by @TO forceGB@. It then reduces the generators, but looks
        at no pairs of them, and dimension, degree, remainders and comparisons take no further
        Gröbner basis. For (7,7;3) this takes half a second, where computing the basis takes 20.
    Example
        forceGB gens I;
        (dim I, degree I)
    Text
        Example 3.11 of the paper:
    Example
        N = convolutionalNetwork({3,2,2}, {2,2});
        I = neurovarietyIdeal N;
        tally apply(I_*, f -> first degree f)
        I == neurovarietyKernel N
SeeAlso
    allLevelsIdeal
    minimalNonfaces
    neurovarietyKernel
///

doc ///
Key
    vanish
    (vanish, ConvolutionalNetwork)
    [vanish, PieceIdeal]
    [vanish, TakeRadical]
    PieceIdeal
    TakeRadical
Headline
    the recursive algorithm of the paper
Usage
    vanish N
Inputs
    N:ConvolutionalNetwork
    PieceIdeal => Function
        the ideal of a network with two layers: @TO resultantIdeal@ or @TO allLevelsIdeal@
    TakeRadical => Boolean
        whether the radical is taken at each step, as Algorithm 1 says; without radicals it is
        the variant of Remark 3.10
Outputs
    :Ideal
Description
    Text
        With radicals, or over the minors of all levels without them, the result is the prime ideal of the
        neurovariety; else an ideal with the same zero set.
    Example
        N = convolutionalNetwork({3,2,2}, {2,2});
        I = neurovarietyIdeal N;
        vanish N == I
        vanish(N, PieceIdeal => allLevelsIdeal) == I
        vanish(convolutionalNetwork({2,2,2}, {2,2}), TakeRadical => true)
SeeAlso
    twoLayerNetworks
///

doc ///
Key
    vanishesOnNeurovariety
    (vanishesOnNeurovariety, Ideal, ConvolutionalNetwork)
Headline
    whether an ideal is contained in that of the neurovariety
Usage
    vanishesOnNeurovariety(I, N)
Inputs
    I:Ideal
        in the ring of N
    N:ConvolutionalNetwork
Outputs
    :Boolean
        whether @TO coefficientMap@ sends every generator to 0
Description
    Example
        N = convolutionalNetwork({5,2}, 3);
        vanishesOnNeurovariety(resultantIdeal N, N)
        vanishesOnNeurovariety(ideal (ring N)_0, N)
SeeAlso
    definesNeurovariety
///

doc ///
Key
    definesNeurovariety
    (definesNeurovariety, Ideal, ConvolutionalNetwork)
Headline
    whether the radical of an ideal is the ideal of the neurovariety
Usage
    definesNeurovariety(I, N)
Inputs
    I:Ideal
        in the ring of N
    N:ConvolutionalNetwork
Outputs
    :Boolean
Description
    Text
        Theorem 3.9, for one network: the ideal vanishes on the neurovariety, and each generator of
        @TO neurovarietyIdeal@ is in its radical. No radical is computed.
    Example
        N = convolutionalNetwork({8,2}, 3);
        J = resultantIdeal N;
        definesNeurovariety(J, N)
        isResultantIdealRadical N
SeeAlso
    vanishesOnNeurovariety
///

doc ///
Key
    isResultantIdealRadical
    (isResultantIdealRadical, ConvolutionalNetwork)
Headline
    whether the ideal J is radical
Usage
    isResultantIdealRadical N
Inputs
    N:ConvolutionalNetwork
Outputs
    :Boolean
Description
    Text
        For two layers it is enough to look at the sizes of the resultant matrices: J is radical iff no
        level before the first of @TO resultantLevels@ has minors of the size $l+2-m$. For
        more layers the ideals are compared.
    Example
        isResultantIdealRadical convolutionalNetwork({5,2}, 3)
        isResultantIdealRadical convolutionalNetwork({8,2}, 3)
SeeAlso
    resultantIdeal
///

doc ///
Key
    certifyNeurovarietyIdeal
    (certifyNeurovarietyIdeal, ConvolutionalNetwork)
Headline
    a proof that neurovarietyIdeal is right, for one network
Usage
    certifyNeurovarietyIdeal N
Inputs
    N:ConvolutionalNetwork
Outputs
    :Boolean
        whether the minors of the minimal nonfaces are proved to be a Gröbner basis of the prime ideal
Description
    Text
        What is checked: the minors vanish on the neurovariety; their leading monomials are squarefree,
        and generate an ideal whose minimal primes all have the dimension of the neurovariety, and whose
        degree is that of the neurovariety. A larger initial ideal would have a smaller dimension or
        degree. No Gröbner basis is computed.
    Example
        certifyNeurovarietyIdeal convolutionalNetwork({5,5}, 3)
SeeAlso
    neurovarietyIdeal
///

doc ///
Key
    euclideanDistanceDegree
    (euclideanDistanceDegree, List)
    (euclideanDistanceDegree, ConvolutionalNetwork)
Headline
    the number of complex critical points of training
Usage
    euclideanDistanceDegree k
    euclideanDistanceDegree N
Inputs
    k:List
        filter sizes of a reduced network
    N:ConvolutionalNetwork
        which is reduced first
Outputs
    :ZZ
        $C_k$ of Theorem 4.1
Description
    Text
        The formula (4.9), with $k_j-1$ in place of $k_j$ inside its sum, where the paper has a misprint. The number
        depends neither on strides nor on the order of the filter sizes.
    Example
        euclideanDistanceDegree {2,2}
        euclideanDistanceDegree {2,3,4,5}
        euclideanDistanceDegree convolutionalNetwork({3,3}, 2)
SeeAlso
    countCriticalPoints
///

doc ///
Key
    countCriticalPoints
    (countCriticalPoints, ConvolutionalNetwork)
    [countCriticalPoints, CoefficientRing]
Headline
    count the critical points of a random training problem
Usage
    countCriticalPoints N
Inputs
    N:ConvolutionalNetwork
    CoefficientRing => Ring
        a finite field
Outputs
    :ZZ
        the degree of the ideal of critical points, other than 0, of a quadratic loss with random
        coefficients
Description
    Text
        A count by Gröbner bases, which should be @TO euclideanDistanceDegree@. The problem is
        random, over a finite field, so a smaller number is possible, though unlikely.
    Example
        N = convolutionalNetwork({2,3}, 2);
        countCriticalPoints N
        euclideanDistanceDegree N
SeeAlso
    euclideanDistanceDegree
///

doc ///
Key
    nativeProgram
    [nativeProgram, RaiseError]
Headline
    the program lcngen, which computes the same ideals faster
Usage
    nativeProgram()
Inputs
    RaiseError => Boolean
        whether it is an error that the program is not found
Outputs
    :Program
        or null, if it is not found and that is no error
Description
    Text
        With {\tt Strategy => "Native"} the functions @TO resultantIdeal@, @TO allLevelsIdeal@ and
        @TO neurovarietyIdeal@ call the program {\tt lcngen}, and read back what it has written. It is looked
        for as @TO findProgram@ does: in the folder {\tt programPaths#"lcngen"}, then on {\tt PATH}.

        The generators are the same as without it, but for {\tt MinimalGenerators}. The engine of
        Macaulay2 1.23 or later reads the file itself; before, each term goes through the interpreter, so
        that for large ideals @TO minors@ is faster.
    Example
        N = convolutionalNetwork({5,5}, 3);
        J = resultantIdeal N;
        program = nativeProgram(RaiseError => false);
        program === null or set J_* === set (resultantIdeal(N, Strategy => "Native"))_*
SeeAlso
    findProgram
    "programPaths"
///

-----------------------------------------------------------------------------
-- Tests
-----------------------------------------------------------------------------

-- invariants, reduction, and what is refused
TEST ///
N = convolutionalNetwork({3,2,2}, {2,2});
assert(endToEndFilterSize N == 9 and dim N == 5 and degree N == 12)
assert(numgens ring N == 9)
assert(strides convolutionalNetwork({3,2,2}, {2,2,5}) == {2,2})
R = reducedNetwork convolutionalNetwork({3,1,2}, {2,2});
assert(filterSizes R == {3,2} and strides R == {4})
R = reducedNetwork convolutionalNetwork({2,3,1}, {1,2});
assert(filterSizes R == {4} and strides R == {})
assert not isReducedNetwork convolutionalNetwork({1,2}, 3)
scan({({}, {}), ({0,2}, {1}), ({2,2}, {0}), ({2,2}, {}), ({2,2,2}, {2})}, (k, s) ->
    assert(try (convolutionalNetwork(k, s); false) else true))
assert(try (resultantMatrix N; false) else true)
///

-- the sizes of Section 3: numbers of nonzero minors
TEST ///
minorCounts = (k, s) -> tally apply((resultantIdeal convolutionalNetwork(k, s))_*, f -> first degree f);
assert(minorCounts({5,5}, 3) === new Tally from {3 => 80, 4 => 1185})
assert(minorCounts({6,6}, 3) === new Tally from {4 => 1050})
N = convolutionalNetwork({2,2}, 3);
w = gens ring N;
assert(resultantIdeal N == ideal(w#2, w#0 * w#4 - w#1 * w#3))
///

-- all ways to the prime ideal agree; degenerate networks too
TEST ///
scan({
    ({2,2}, {2}), ({2,3}, {2}), ({5,2}, {3}), ({8,2}, {3}), ({5,3}, {3}), ({6,2}, {4}), ({4,4}, {2}),
    ({3,2,2}, {2,2}), ({2,2,2}, {2,2}), ({2,2,2,2}, {2,2,2}), ({2,2}, {3}), ({2,2}, {5}),
    ({1,3}, {2}), ({3,1}, {2}), ({4,3}, {1}), ({4}, {}), ({1}, {}), ({1,1}, {1}),
    ({3,1,2}, {2,2}), ({1,2,2}, {2,3}), ({2,1,1,2}, {2,1,3})},
    (k, s) -> (
        N := convolutionalNetwork(k, s);
        I := neurovarietyIdeal N;
        J := resultantIdeal N;
        assert(I == neurovarietyKernel N);
        -- the theorem on Gröbner bases, against what Macaulay2 finds itself
        if I != 0 then assert(
            set apply(first entries gens gb ideal I_*, leadMonomial) === set apply(I_*, leadMonomial));
        assert(I == allLevelsIdeal N);
        assert(I == vanish(N, PieceIdeal => allLevelsIdeal));
        assert(J == resultantIdeal(N, Lean => true));
        J' := resultantIdeal(N, MinimalGenerators => true);
        assert(J == J' and numgens J' == numgens trim J);
        assert(J == vanish N);
        assert(isResultantIdealRadical N == (J == I));
        assert(vanishesOnNeurovariety(J, N) and definesNeurovariety(J, N));
        assert certifyNeurovarietyIdeal N;
        assert(dim I == dim N and degree I == degree N);
        ))
///

-- strategies of minors, and a finite field
TEST ///
N = convolutionalNetwork({5,3}, 3, CoefficientRing => ZZ/32003);
J = resultantIdeal N;
scan({Bareiss, Cofactor, Dynamic}, s -> assert(J == resultantIdeal(N, Strategy => s)))
assert(neurovarietyIdeal N == neurovarietyKernel N)
///

-- radicals of Algorithm 1
TEST ///
N = convolutionalNetwork({3,2,2}, {2,2});
assert(vanish N != neurovarietyIdeal N)
assert(vanish(N, TakeRadical => true) == neurovarietyIdeal N)
///

-- certificates refuse what is wrong
TEST ///
N = convolutionalNetwork({5,2}, 3);
R = ring N;
assert not vanishesOnNeurovariety(ideal R_0, N)
assert not definesNeurovariety(ideal(0_R), N)
assert(try (vanishesOnNeurovariety(ideal vars QQ[x], N); false) else true)
///

-- minimal nonfaces: the numbers of minimal generators in Section 4
TEST ///
sizes = (k, s) -> tally apply(minimalNonfaces convolutionalNetwork(k, s), F -> #F);
assert(sizes({5,5}, 3) === new Tally from {3 => 80, 4 => 35})
assert(sizes({6,6}, 3) === new Tally from {3 => 35, 4 => 420})
assert(sizes({7,7}, 3) === new Tally from {4 => 630, 5 => 1008})
///

-- Table 3 and Theorem 4.1
TEST ///
assert(euclideanDistanceDegree {2,2} == 6)
assert(euclideanDistanceDegree {2,3,4,5} == 2976084)
assert(euclideanDistanceDegree {3,3} == 39)
assert(euclideanDistanceDegree {4} == 1 and euclideanDistanceDegree {} == 1)
assert(euclideanDistanceDegree convolutionalNetwork({4,3}, 1) == 1)
setRandomSeed 1
scan({({2,2}, {2}), ({2,2}, {3}), ({2,3}, {2}), ({3,2}, {2}), ({2,2,2}, {2,2}), ({4,3}, {1}), ({4}, {})},
    (k, s) -> (
        N := convolutionalNetwork(k, s);
        assert(countCriticalPoints N == euclideanDistanceDegree N)))
///

-- the native engine gives the same generators, where there is one
TEST ///
networks = {
    ({2,2}, {2}), ({5,2}, {3}), ({8,2}, {3}), ({5,5}, {3}), ({3,2,2}, {2,2}), ({2,2,2,2}, {2,2,2}),
    ({2,2}, {3}), ({1,3}, {2}), ({4,3}, {1}), ({4}, {}), ({3,1,2}, {2,2}), ({2,3,2}, {3,2})};
if nativeProgram(RaiseError => false) === null then (
    assert(getenv "LCNGEN_REQUIRE_NATIVE" != "1");
    assert(try (resultantIdeal(convolutionalNetwork({2,2}, 2), Strategy => "Native"); false) else true);
    ) else scan(networks, (k, s) -> scan({QQ, ZZ/32003, ZZ/2}, kk -> (
        N := convolutionalNetwork(k, s, CoefficientRing => kk);
        -- modulo 2 some generators become zero
        equal := (I, I') -> set delete(0_(ring N), I_*) === set delete(0_(ring N), I'_*);
        scan({true, false}, lean -> assert equal(
            resultantIdeal(N, Lean => lean), resultantIdeal(N, Lean => lean, Strategy => "Native")));
        assert equal(allLevelsIdeal N, allLevelsIdeal(N, Strategy => "Native"));
        assert equal(neurovarietyIdeal N, neurovarietyIdeal(N, Strategy => "Native"));
        if char kk == 0 then (
            J := resultantIdeal N;
            J' := resultantIdeal(N, MinimalGenerators => true, Strategy => "Native");
            assert(J == J' and isSubset(set J'_*, set J_*));
            assert(#select(J'_*, f -> f != 0) == numgens trim J);
            );
        )))
///

-- the reader of files of generators that older versions use
TEST ///
debug needsPackage "LinearConvolutionalNetworks"
R = QQ[w_0..w_11];
f = parsePolynomials(R, "#a [b]\n#---\n[-w_1*w_2+w_0*w_11,\n3*w_10^2-2*w_0*w_1^3+1,\nw_4]:\n");
assert(f == matrix {{w_0*w_11 - w_1*w_2, 3*w_10^2 - 2*w_0*w_1^3 + 1, w_4}})
assert(try (parsePolynomials(R, "[run(\"false\")]:\n"); false) else true)
assert(parsePolynomials(ZZ/3[w_0..w_2], "[-2*w_0^2+w_1*w_2]:\n") == matrix {{w_0^2 + w_1*w_2}})
///
