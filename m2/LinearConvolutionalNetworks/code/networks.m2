-- networks and their invariants

-- the value of f(), computed once
remembered = (table, key, f) -> (
    if not table#?key then table#key = f();
    table#key
    )

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
    networkOver((o.CoefficientRing)(monoid [x_0 .. x_(sizeOf(k, s) - 1)]), k, s)
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
