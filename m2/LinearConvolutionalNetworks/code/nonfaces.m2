-- the prime ideal: one minor for each minimal nonface

-- The residues modulo s of 0, j_1, ..., j_t, K - 1 have at most e = (k1 - 1) // s strict
-- descents iff {j_1, ..., j_t} is a face. So in a minimal nonface there are e + 1, and each
-- place is needed for one of them, which its two neighbours decide.
isNeeded = (a, b, c) -> if a > b then b > c or a <= c else b > c and a <= c

twoLayerNonfaces = N -> (
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

-- a nonface with a piece that has it; of two pieces with the same nonface the first
nonfacesWithPieces = N -> (
    faces := flatten apply(twoLayerNetworks N, P -> apply(twoLayerNonfaces P, F -> (F, P)));
    seen := new MutableHashTable;
    faces = select(faces, (F, P) -> if seen#?F then false else seen#F = true);
    if numLayers N > 2 then faces = select(faces, (F, P) ->
        not any(toList(1 .. #F - 1), n -> any(subsets(F, n), G -> seen#?G)));
    faces
    )

minimalNonfaces = method(TypicalValue => List)
minimalNonfaces ConvolutionalNetwork := N ->
    sort apply(nonfacesWithPieces N, (F, P) -> {#F, F}) / last

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

-- kept with the network, so that what forceGB is told of it stays known
neurovarietyIdeal = method(TypicalValue => Ideal, Options => {Strategy => null})
neurovarietyIdeal ConvolutionalNetwork := o -> N -> (
    strategy := strategyOf(o.Strategy, {"Native"}, "neurovarietyIdeal");
    remembered(N.cache, symbol neurovarietyIdeal, () ->
        if strategy === "Native" then nativeIdeal(N, "vanishing")
        else idealOver(ring N, apply(nonfacesWithPieces N, (F, P) -> nonfaceMinor(P, F))))
    )
ideal ConvolutionalNetwork := N -> neurovarietyIdeal N
