-- networks and their invariants

-- the value of f(), computed once
remembered = (table, key, f) -> (
    if not table#?key then table#key = f();
    table#key
    )

-- options: values that are not among those that have a meaning are refused by name
requireBoolean = (value, name) -> if not instance(value, Boolean) then
    error("expected " | name | " => true or false, not " | toString value)
-- the name of a strategy, given as a symbol or as a string; null is the default
strategyOf = (value, names, what) -> (
    if value === null then return null;
    if not (instance(value, Symbol) or instance(value, String)) or not member(toString value, names) then
        error(what | ": expected Strategy => " | demark(", ", names) | " or null (the default), not " | toString value);
    toString value
    )

-- Fields as they stand: also QQ[i]/(i^2+1), which isField knows only after toField.
isFieldAsItStands = K -> isField K or (
    instance(K, QuotientRing) and instance(ambient K, PolynomialRing) and isFieldAsItStands coefficientRing K
    and dim K == 0 and (try isPrime ideal first flattenRing K else false)
    )
isInexact = K -> instance(ultimate(coefficientRing, K), InexactField)

-- what is a field, with advice where it is none
fieldOf = (K, what) -> (
    if instance(K, InexactFieldFamily) then K = K_defaultPrecision;
    if not instance(K, Ring) then error(what | ": expected CoefficientRing => a field, not " | toString K);
    if not isInexact K and isFieldAsItStands K then K
    else if instance(K, InexactField) then K
    else error(what | ": " | toString K | " is not known to be a field; take its field of fractions, the quotient by a maximal ideal, or toField")
    )
-- Groebner bases over RR and CC are none
requireExact = (K, what) -> if isInexact K then
    error(what | " needs exact numbers: take QQ or a finite field instead of " | toString K)

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

arePositive = L -> all(L, n -> instance(n, ZZ) and n > 0)

-- the name w of w_0, w_1, ...: a symbol, its name, or what stands under it after "use"
variableSymbol = x -> (
    if instance(x, IndexedVariableTable) then x = toString x;
    if instance(x, RingElement) and instance(try baseName x, Symbol) then x = baseName x;
    if instance(x, Symbol) and not Core.Dictionary#?(toString x) then x
    else if instance(x, String) and match("^[a-zA-Z][a-zA-Z0-9']*$", x) and not Core.Dictionary#?x then getSymbol x
    else error("expected Variable => a symbol, or a name of letters and digits that Macaulay2 does not use, to which indices are added; not "
        | toString x)
    )

convolutionalNetwork = method(
    TypicalValue => ConvolutionalNetwork,
    Options => {CoefficientRing => QQ, Variable => "w"})
convolutionalNetwork(List, ZZ) := o -> (k, s) -> convolutionalNetwork(k, {s}, o)
convolutionalNetwork(List, List) := o -> (k, s) -> (
    if #k == 0 or not arePositive k then error "expected filter sizes that are positive integers";
    if not arePositive s then error "expected strides that are positive integers";
    if #s != #k - 1 and #s != #k then
        error "expected one stride fewer than filter sizes (one more is allowed, and has no influence)";
    s = take(s, #k - 1);
    K := fieldOf(o.CoefficientRing, "convolutionalNetwork");
    x := variableSymbol o.Variable;
    networkOver(K(monoid [x_0 .. x_(sizeOf(k, s) - 1)]), k, s)
    )

filterSizes = method(TypicalValue => List)
filterSizes ConvolutionalNetwork := N -> N#(symbol filterSizes)
strides = method(TypicalValue => List)
strides ConvolutionalNetwork := N -> N#(symbol strides)
ring ConvolutionalNetwork := N -> N#(symbol ring)
coefficientRing ConvolutionalNetwork := N -> coefficientRing ring N
numLayers = N -> #filterSizes N

-- rings of their own may have the same variables
ConvolutionalNetwork == ConvolutionalNetwork := (N, N') -> (
    filterSizes N == filterSizes N' and strides N == strides N'
    and coefficientRing N === coefficientRing N'
    and toString gens ring N == toString gens ring N'
    )

describeNetwork = N -> (
    sizes := demark(",", toString \ filterSizes N);
    steps := demark(",", toString \ strides N);
    "(" | sizes | (if steps == "" then "" else ";" | steps) | ")"
    )
-- what makes the network; the options only where they are needed
callOf = (N, stringOf) -> (
    K := coefficientRing N;
    x := toString first baseName (ring N)_0;
    concatenate(
        "convolutionalNetwork(", toString filterSizes N, ",", toString strides N,
        if K =!= QQ then (",CoefficientRing => ", stringOf K),
        if x != "w" then (",Variable => ", format x),
        ")")
    )
toString ConvolutionalNetwork := N -> callOf(N, toString)
toExternalString ConvolutionalNetwork := N ->
    callOf(N, K -> if instance(K, InexactField) then toString K else toExternalString K)
net ConvolutionalNetwork := N -> net("linear convolutional network " | describeNetwork N)
texMath ConvolutionalNetwork := N -> "\\text{linear convolutional network }" | describeNetwork N

endToEndFilterSize = method(TypicalValue => ZZ)
endToEndFilterSize ConvolutionalNetwork := N -> sizeOf(filterSizes N, strides N)

-- Theorem 2.6: the affine cone
dim ConvolutionalNetwork := N -> sum filterSizes N - (numLayers N - 1)
codim ConvolutionalNetwork := {Generic => false} >> o -> N -> endToEndFilterSize N - dim N

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
