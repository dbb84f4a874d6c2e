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

importFrom(Core, {"raw", "rawMakeMonomial", "rawTerm"})

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
overPieces = (N, f) -> idealOver(ring N, flatten apply(twoLayerNetworks N, f))

-- the minors of size l + 2 - m of R_l
levelMinors = (l, N, forms, strategy) -> (
    size := l + 2 - commonDegree N;
    if commonDegree N == 0 or l < 0 then return {};
    M := resultantRows(l, N, forms);
    if size > numRows M or size > numColumns M then {}
    else nonzeroGenerators minors(size, M, Strategy => strategy)
    )

-- the forms of degree m - 1, which must vanish
linearGenerators = N -> (
    if commonDegree N == 0 then {}
    else flatten apply(toList(firstSize N .. stride N - 1), i -> formCoefficients(N, i))
    )

isNative = strategy -> instance(strategy, String) and strategy == "Native"
minorsStrategy = strategy -> if strategy === null then Dynamic else strategy

resultantIdeal = method(TypicalValue => Ideal, Options => {Strategy => null, Lean => false})
resultantIdeal ConvolutionalNetwork := o -> N -> (
    if isNative o.Strategy then
        return nativeIdeal(N, "ideal --generators " | if o.Lean then "lean" else "paper");
    strategy := minorsStrategy o.Strategy;
    -- one part after another, as in Corollary 3.7
    idealOver(ring N, join(
        flatten apply(twoLayerNetworks N, linearGenerators),
        flatten apply(twoLayerNetworks N, P -> levelMinors(firstLevel P, P, formCount P, strategy)),
        flatten apply(twoLayerNetworks N, P -> if not needsSecondLevel P then {} else
            levelMinors(secondLevel P, P, if o.Lean then topFormCount P else formCount P, strategy))))
    )

allLevelsIdeal = method(TypicalValue => Ideal, Options => {Strategy => null})
allLevelsIdeal ConvolutionalNetwork := o -> N -> (
    if isNative o.Strategy then return nativeIdeal(N, "ideal --generators levels");
    strategy := minorsStrategy o.Strategy;
    overPieces(N, P -> join(
        linearGenerators P,
        flatten apply(toList(smallestDegree P .. last resultantLevels P), l ->
            levelMinors(l, P, formCount P, strategy))))
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

nativeProgram = {RaiseError => true} >> o -> () -> (
    program := findProgram("lcngen", "lcngen --version",
        MinimumVersion => (minimumNativeVersion, "lcngen --version | sed 's/.* //'"),
        RaiseError => false);
    if program === null and o.RaiseError then error(
        "Strategy => \"Native\" needs the program lcngen, version " | minimumNativeVersion |
        " or later, on PATH or in the folder programPaths#\"lcngen\"");
    program
    )

-- numbers only: nothing a shell could misunderstand
nativeIdeal = (N, command) -> (
    program := nativeProgram();
    if dim N == endToEndFilterSize N then return ideal(0_(ring N));
    numbers := L -> demark(",", toString \ L);
    file := temporaryFileName();
    runProgram(program, "lcngen", command | " --k " | numbers filterSizes N
        | " --s " | numbers append(strides N, 1) | " --format msolve --out " | file);
    M := readPolynomials(ring N, file);
    removeFile file;
    ideal M
    )

-- The engine reads such a file itself since 1.23; before, terms are looked up one by one.
readPolynomials = (R, file) -> (
    if Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
        read := value Core#"private dictionary"#"rawMatrixReadMsolveFile";
        map(R, read(raw R, file))
        )
    else parsePolynomials(R, get file)
    )

-- terms like -2*w_0^2*w_3, in polynomials that end with "," or "]:"
parsePolynomials = (R, text) -> (
    text = last separate("\\[", text);
    text = first separate("\\]", text);
    kk := coefficientRing R;
    powers := new MutableHashTable;
    -- (index, exponent)
    power := t -> remembered(powers, t, () -> (
        if not match("^w_[0-9]+(\\^[0-9]+)?$", t) then error("not a power of a variable: " | t);
        parts := separate("\\^", substring(2, t));
        (value first parts, if #parts > 1 then value last parts else 1)
        ));
    terms' := new MutableHashTable;
    term := t -> remembered(terms', t, () -> (
        isNegative := t#0 == "-";
        factors := separate("\\*", if isNegative then substring(1, t) else t);
        c := if match("^[0-9]+$", first factors) then value first factors else 1;
        if match("^[0-9]+$", first factors) then factors = drop(factors, 1);
        new R from rawTerm(raw R, raw promote(if isNegative then -c else c, kk), rawMakeMonomial apply(factors, power))
        ));
    -- a sum copies both sides: halves take n log n copies, one term after another n^2
    total := L -> if #L == 1 then L#0 else (
        half := #L // 2;
        total take(L, half) + total drop(L, half)
        );
    matrix {apply(separate(",\n", text), p ->
        total apply(select(separate("\\+", replace("-", "+-", p)), t -> t != ""), term))}
    )
