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
        assert(isVanishingOnNeurovariety(J, N) and isDefiningNeurovariety(J, N));
        assert isCertifiedNeurovarietyIdeal N;
        assert(dim I == dim N and degree I == degree N);
        ))
///

-- a field as it stands: what Macaulay2 counts over the field below
TEST ///
A = QQ[i]/(i^2+1);
scan({({3,2}, {2}), ({5,2}, {3}), ({3,2,2}, {2,2}), ({4}, {}), ({1,1}, {1}), ({2,2}, {5})}, (k, s) ->
    assert isCertifiedNeurovarietyIdeal convolutionalNetwork(k, s, CoefficientRing => A))
setRandomSeed 1
assert(countCriticalPoints(convolutionalNetwork({2,2}, 2), CoefficientRing => A) == 6)
assert(try (initialIdeal convolutionalNetwork({3,2}, 2, CoefficientRing => A); false) else true)
assert(try (hilbertPolynomial convolutionalNetwork({3,2}, 2, CoefficientRing => A); false) else true)
assert(hilbertPolynomial convolutionalNetwork({3,2}, 2, CoefficientRing => toField A)
    == hilbertPolynomial convolutionalNetwork({3,2}, 2))
-- an extension of a finite field, and a function field of characteristic p
scan({toField(ZZ/3[u]/(u^2+1)), frac(ZZ/5[v])}, K -> (
    N := convolutionalNetwork({3,2}, 2, CoefficientRing => K);
    u := K_0;
    F := filterOfLayers(N, {{1_K, u, 2_K}, {u + 1, u}});
    assert(filterOfLayers(N, factor(N, F)) == F and isInNeurovariety(N, F) and not isInNeurovariety(N, replace(0, F#0 + 1, F)))))
///

-- certificates can be refused: wrong equations that are kept with a network
TEST ///
scan({R -> ideal R_0, R -> ideal(0_R), R -> ideal(R_1 * R_2 * R_3 - R_0 * R_3^2)}, f -> (
    N := convolutionalNetwork({3,2}, 2);
    N.cache#(symbol neurovarietyIdeal) = f ring N;
    assert not isCertifiedNeurovarietyIdeal N))
///

-- strategies of minors, and a finite field
TEST ///
network = () -> convolutionalNetwork({5,3}, 3, CoefficientRing => ZZ/32003);
N = network();
J = resultantIdeal N;
there = I -> (map(ring N, ring I, gens ring N)) I;
-- ideals are kept: another way needs another network
scan({Bareiss, Cofactor, Dynamic, "Bareiss", "Cofactor", "Dynamic"}, s -> (
    assert(J == there resultantIdeal(network(), Strategy => s));
    assert(allLevelsIdeal N == there allLevelsIdeal(network(), Strategy => s))))
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
assert not isVanishingOnNeurovariety(ideal R_0, N)
assert not isDefiningNeurovariety(ideal(0_R), N)
assert(try (isVanishingOnNeurovariety(ideal vars QQ[x], N); false) else true)
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
-- extensions as quotients of polynomial rings crash the engine's reader
A = QQ[i]/(i^2+1);
B = QQ[t]/(t^2-2);
fields = {(QQ, "w"), (ZZ/32003, "u"), (ZZ/2, "w"), (A, "w"), (B, "v"), (toField A, "w"), (GF 9, "w"), (frac(QQ[s]), "w"), (RR_53, "w")};
if nativeProgram(RaiseError => false) === null then (
    assert(getenv "LCNGEN_REQUIRE_NATIVE" != "1");
    assert(try (resultantIdeal(convolutionalNetwork({2,2}, 2), Strategy => Native); false) else true);
    ) else scan(fields, (kk, x) -> scan(if kk === QQ then networks else select(networks, (k, s) -> sum k < 8), (k, s) -> (
        N := convolutionalNetwork(k, s, CoefficientRing => kk, Variable => x);
        -- ideals are kept: another way needs another network
        network := () -> convolutionalNetwork(k, s, CoefficientRing => kk, Variable => x);
        -- modulo 2 some generators become zero
        generators' := (R, I) -> set delete(0_R, (map(R, ring I, gens R)) \ I_*);
        scan({
            o -> N' -> resultantIdeal(N', o), o -> N' -> resultantIdeal(N', o, Lean => true),
            o -> N' -> allLevelsIdeal(N', o), o -> N' -> neurovarietyIdeal(N', o)},
            f -> (
                I := (f(Strategy => null)) N;
                I' := (f(Strategy => Native)) network();
                assert(generators'(ring N, I) === generators'(ring N, I'));
                assert(isHomogeneous I == isHomogeneous I');
                ));
        if kk === QQ and sum k < 8 then (
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

-- text: what makes the network, and what it is
TEST ///
A = QQ[i]/(i^2+1);
N = convolutionalNetwork({3,2,2}, {2,2});
assert(toString N == "convolutionalNetwork({3, 2, 2},{2, 2})")
assert(toString net N == "linear convolutional network (3,2,2;2,2)")
assert(tex N == "$\\text{linear convolutional network }(3,2,2;2,2)$")
assert(toString net convolutionalNetwork({4}, {}) == "linear convolutional network (4)")
N = convolutionalNetwork({3,2}, 2, CoefficientRing => A, Variable => "u");
assert(toString N == "convolutionalNetwork({3, 2},{2},CoefficientRing => A,Variable => \"u\")")
assert(toExternalString N == "convolutionalNetwork({3, 2},{2},CoefficientRing => QQ[i]/(i^2+1),Variable => \"u\")")
assert(value toString N == N)
scan({QQ, ZZ/101, RR_53}, kk -> scan({"w", "u1"}, x -> (
    N := convolutionalNetwork({3,2,2}, {2,2}, CoefficientRing => kk, Variable => x);
    assert(coefficientRing N === kk and value toExternalString N == N and value toString N == N);
    assert(toString (ring N)_3 == x | "_3"))))
-- all four count
N = convolutionalNetwork({3,2}, 2);
assert(N == convolutionalNetwork({3,2}, {2}))
assert(N != convolutionalNetwork({2,3}, 2) and N != convolutionalNetwork({3,2}, 3))
assert(N != convolutionalNetwork({3,2}, 2, Variable => "u"))
assert(N != convolutionalNetwork({3,2}, 2, CoefficientRing => ZZ/7))
///

-- serialized and read again, with what is kept
TEST ///
needsPackage "Serialization"
mark()
N = convolutionalNetwork({3,2}, 2);
use ring N
I = neurovarietyIdeal N; resultantIdeal N; coefficientMap N; sDecomposition N; hilbertSeries N; factor(N, randomFilter N);
M = value serialize N;
assert(filterSizes M == {3,2} and strides M == {2} and coefficientRing M === QQ)
assert(toString M == toString N and toString gens neurovarietyIdeal M == toString gens I)
///

-- variables: names of any kind that take indices
TEST ///
w = 5; z = 1;
scan({"w", symbol w, "z1", symbol z}, x -> assert(
    toString (ring convolutionalNetwork({2,2}, 2, Variable => x))_1 == toString x | "_1"))
assert(w === 5 and z === 1)
use ring convolutionalNetwork({2,2}, 2)
assert(w_0 * w_3 != w_1 * w_2 and numgens ring w_0 == 4)
-- what stands under the name now, and a variable of a ring
assert(convolutionalNetwork({2,2}, 2, Variable => w) == convolutionalNetwork({2,2}, 2))
QQ[v]
assert(toString (ring convolutionalNetwork({2,2}, 2, Variable => v))_1 == "v_1")
scan({"w_1", "", "1w", "w w", 3, null, "w'_2", "ring", symbol ideal, "ii"}, x -> assert(
    try (convolutionalNetwork({2,2}, 2, Variable => x); false) else true))
///

-- what is no field is refused; so are rounded numbers where they have no meaning
TEST ///
refused = f -> assert(try (f(); false) else true);
scan({ZZ, QQ[t], ZZ[t]/(t^2+1), QQ[t]/(t^2), QQ[t]/(t^2-1), QQ[t,u]/(t^2-2), 5, "QQ", null}, K -> (
    refused(() -> convolutionalNetwork({2,2}, 2, CoefficientRing => K));
    refused(() -> countCriticalPoints(convolutionalNetwork({2,2}, 2), CoefficientRing => K))))
scan({QQ, ZZ/2, ZZ/7, GF 9, frac(QQ[t]), QQ[t]/(t^2-2), toField(QQ[t]/(t^2-2)), RR, RR_100, CC}, K ->
    assert(#(neurovarietyIdeal convolutionalNetwork({5,2}, 3, CoefficientRing => K))_* == 5))
scan({RR, CC}, K -> (
    N := convolutionalNetwork({3,2,2}, {2,2}, CoefficientRing => K);
    scan({() -> neurovarietyKernel N, () -> isResultantIdealRadical N, () -> isDefiningNeurovariety(ideal N, N),
        () -> vanish(N, TakeRadical => true), () -> resultantIdeal(N, MinimalGenerators => true),
        () -> countCriticalPoints(N, CoefficientRing => K), () -> factor(N, randomFilter N), () -> isCertifiedNeurovarietyIdeal N}, refused);
    -- exact all the same, as the coefficients are integers
    assert isVanishingOnNeurovariety(ideal N, N)))
refused(() -> countCriticalPoints(convolutionalNetwork({2,2}, 2), CoefficientRing => ZZ/2))
refused(() -> countCriticalPoints(convolutionalNetwork({2,2}, 2), CoefficientRing => GF 4))
scan({{0,2}, {-1}, {2,1/2}, {2,"2"}}, k -> refused(() -> euclideanDistanceDegree k))
///

-- every option of every function takes its values, and no others
TEST ///
refused = f -> assert(try (f(); false) else true);
N = convolutionalNetwork({5,2}, 3);
scan({Bareiss, Cofactor, Dynamic, "Bareiss", "Cofactor", "Dynamic", null}, s -> (
    resultantIdeal(N, Strategy => s);
    allLevelsIdeal(N, Strategy => s)))
neurovarietyIdeal(N, Strategy => null)
scan({"bareiss", symbol native, "Fast", 3, Default, {}}, s -> (
    refused(() -> resultantIdeal(N, Strategy => s));
    refused(() -> allLevelsIdeal(N, Strategy => s));
    refused(() -> neurovarietyIdeal(N, Strategy => s));
    refused(() -> factorFilter(N, randomFilter N, Strategy => s));
    refused(() -> isInNeurovariety(N, randomFilter N, Strategy => s));
    refused(() -> isInNeuromanifold(N, randomFilter N, Strategy => s))))
refused(() -> neurovarietyIdeal(N, Strategy => Cofactor))
scan({0, null, "true", symbol Lean}, b -> (
    refused(() -> resultantIdeal(N, Lean => b));
    refused(() -> resultantIdeal(N, MinimalGenerators => b));
    refused(() -> neurovarietyKernel(N, Graded => b));
    refused(() -> vanish(N, TakeRadical => b));
    refused(() -> nativeProgram(RaiseError => b));
    refused(() -> vanish(N, PieceIdeal => b))))
refused(() -> vanish(N, PieceIdeal => M -> 3))
refused(() -> vanish(N, PieceIdeal => M -> ideal 0_QQ))
scan({0, -1, 1, "2", 1/2}, n -> (
    refused(() -> randomNetwork(2, MaximalFilterSize => n));
    refused(() -> randomNetwork(2, MaximalStride => n))))
refused(() -> randomNetwork 0)
///

-- what was found is kept with the network
TEST ///
N = convolutionalNetwork({4,3}, 2);
I = neurovarietyIdeal N;
assert(I === neurovarietyIdeal N and I === ideal N and I === neurovarietyIdeal(N, Strategy => null))
scan({() -> resultantIdeal N, () -> resultantIdeal(N, Lean => true), () -> resultantIdeal(N, MinimalGenerators => true)},
    f -> assert(f() === f()))
assert(allLevelsIdeal N === allLevelsIdeal N)
-- told once, known later
forceGB gens I
assert isSubset(resultantIdeal N, neurovarietyIdeal N)
assert((gens neurovarietyIdeal N).cache === (gens I).cache)
assert(any(values (gens ideal N).cache, v -> instance(v, GroebnerBasis)))
///

-- the pieces of a longer network, and the maps
TEST ///
N = convolutionalNetwork({3,2,2}, {2,2});
P = twoLayerNetworks N;
assert(apply(P, filterSizes) == {{3,4}, {5,2}} and apply(P, strides) == {{2}, {4}})
assert all(P, M -> ring M === ring N)
assert(neurovarietyIdeal N == sum(P, neurovarietyIdeal))
f = coefficientMap N;
assert(source f === ring N and numgens target f == 7 and f === coefficientMap N or ring f (ring N)_0 === target f)
a = gens target f;
assert(f (ring N)_0 == a#0 * a#3 * a#5 and f (ring N)_8 == a#2 * a#4 * a#6)
assert(f (ring N)_4 == a#2 * a#4 * a#5 + a#0 * a#3 * a#6)
assert(neurovarietyKernel(N, Graded => false) == neurovarietyKernel(N, Graded => true))
-- forms: Definition 3.1
N = convolutionalNetwork({5,2}, 3);
q = sDecomposition N;
x = gens ring first q;
w = gens ring N;
assert(q == {w#0*x#0^2+w#3*x#0*x#1+w#6*x#1^2, w#1*x#0^2+w#4*x#0*x#1+w#7*x#1^2, w#2*x#0+w#5*x#1})
assert(resultantLevels N == {2, 3} and resultantLevels convolutionalNetwork({8,8}, 3) == {10, 11})
assert(numRows resultantMatrix N == 4 and numRows resultantMatrix(3, N) == 7)
assert(codim N == 2 and codim N == codim ideal N)
///

-- layers and filters
TEST ///
setRandomSeed 1
scan({({3,2}, {2}), ({2,2}, {1}), ({3,1,2}, {2,2}), ({1,2,2}, {2,3}), ({2,1,1,2}, {2,1,3}), ({3,2,2}, {1,2}),
    ({2,2,2,2}, {2,1,2}), ({8,2,2}, {2,2}), ({4}, {}), ({1}, {}), ({1,1}, {1}), ({2,3,2}, {2,2})},
    (k, s) -> scan({QQ, ZZ/101, GF 9, toField(QQ[i]/(i^2+1))}, kk -> (
        N := convolutionalNetwork(k, s, CoefficientRing => kk);
        layers := randomLayers N;
        assert(apply(layers, a -> #a) == k and all(flatten layers, a -> ring a === kk));
        F := filterOfLayers(N, layers);
        -- the map, at these layers
        assert(F == flatten entries (map(kk, target coefficientMap N, flatten layers)) (coefficientMap N) vars ring N);
        assert isInNeurovariety(N, F);
        assert all((neurovarietyIdeal N)_*, f -> (map(kk, ring N, F)) f == 0);
        found := factor(N, F);
        assert(filterOfLayers(N, found) == F and apply(found, a -> #a) == k);
        assert all(flatten found, a -> ring a === kk);
        -- another filter
        other := replace(0, F#0 + 1, F);
        assert(isInNeurovariety(N, other) == all((neurovarietyIdeal N)_*, f -> (map(kk, ring N, other)) f == 0));
        )))
-- special filters
N = convolutionalNetwork({3,2}, 2);
assert(factor(N, {0,0,0,0,0}) == {{0,0,0}, {0,0}})
assert(factor(N, {0,0,0,0,1}) == {{0,0,1}, {0,1}} and factor(N, {1,0,0,0,0}) == {{1,0,0}, {1,0}})
assert(factor(N, {1,2,3,4,5}) === null)
S = ZZ/5[p,q];
N' = convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5);
assert(filterOfLayers(N', factor(N', (p+2*q)*(p^2+3*q^2))) == {1,2,3,6})
scan({() -> factor(N, {1,2}), () -> factor(N, {1.5,0,0,0,0}), () -> factor(N, {1,"2",3,4,5}), () -> factor(N, p^2+q^2),
    () -> factor(N, p^4+q^3), () -> filterOfLayers(N, {{1,2,3}}), () -> filterOfLayers(N, {{1,2},{1,2,3}}),
    () -> isInNeurovariety(N, {1,2,3,4})}, f -> assert(try (f(); false) else true))
-- the field of 9 elements twice: Macaulay2 factors over one of them only
two = kk -> convolutionalNetwork({2,2}, 1, CoefficientRing => kk);
assert(#factor(two GF 9, {1,0,1}) == 2)
assert(try (factor(two toField(ZZ/3[u]/(u^2+1)), {1,0,1}); false) else true)
///

-- real layers
TEST ///
manifold = (k, s, F) -> isInNeuromanifold(convolutionalNetwork(k, s), F);
assert(not manifold({2,2}, {1}, {1,0,1}) and manifold({2,2}, {1}, {1,3,2}))
assert(not manifold({2,2,2}, {1,2}, {1,1,3,2,2}) and manifold({3,2}, {1}, {1,2,3,4}))
-- x^4 + y^4 has complex layers only; with an even second layer real ones
assert(isInNeurovariety(convolutionalNetwork({3,2}, 2), {1,0,0,0,1}) and not manifold({3,2}, {2}, {1,0,0,0,1}))
assert(manifold({1,3}, {2}, {1,0,0,0,1}) and manifold({3,2}, {2}, {1,0,0,0,-4}))
-- several networks, none of them rational; the second layer is of even degree
assert manifold({5,3}, {2}, {1,0,0,0,0,0,0,0,1})
-- roots that meet, at infinity too
assert(manifold({2,2,2}, {1,1}, {1,0,-3,2}) and manifold({2,2,2}, {1,1}, {0,0,1,5}) and not manifold({2,2,2}, {1,1}, {1,0,1,0}))
assert(manifold({2,2}, {1}, {0,0,0}) and not manifold({2,2}, {2}, {1,2,3,4}))
assert(try (isInNeuromanifold(convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5), {1,2,3,6}); false) else true)
S = QQ[p,q];
assert isInNeuromanifold(convolutionalNetwork({2,2}, 2), (p+q)*(p^2+3*q^2))
///

-- random networks
TEST ///
setRandomSeed 1
scan(20, i -> (
    N := randomNetwork(3, MaximalFilterSize => 3, MaximalStride => 2);
    assert(#filterSizes N == 3 and max filterSizes N <= 3 and strides N == {2,2} and min filterSizes N >= 2)))
N = randomNetwork(2, CoefficientRing => ZZ/7, Variable => "u");
assert(coefficientRing N === ZZ/7 and toString (ring N)_0 == "u_0")
///

-- Hilbert series and the initial complex, without a Groebner basis
TEST ///
scan({({2,2}, {2}), ({5,2}, {3}), ({8,2}, {3}), ({4,4}, {2}), ({3,2,2}, {2,2}), ({2,2,2,2}, {2,2,2}), ({2,2}, {3}),
    ({2,2}, {5}), ({1,3}, {2}), ({4,3}, {1}), ({4}, {}), ({1}, {}), ({1,1}, {1}), ({3,1,2}, {2,2})}, (k, s) -> (
        N := convolutionalNetwork(k, s);
        I := ideal (neurovarietyIdeal N)_*;
        assert(hilbertSeries(N, Reduce => true) === hilbertSeries(I, Reduce => true));
        assert(numerator hilbertSeries N == numerator hilbertSeries I);
        assert(hilbertSeries(N, Order => 6) == hilbertSeries(I, Order => 6));
        assert(hilbertPolynomial N == hilbertPolynomial I);
        assert(hilbertPolynomial(N, Projective => false) == hilbertPolynomial(I, Projective => false));
        assert(apply(6, d -> hilbertFunction(d, N)) == apply(6, d -> hilbertFunction(d, I)));
        assert(initialIdeal N == monomialIdeal leadTerm I);
        assert(#initialFacets N == degree N and all(initialFacets N, F -> #F == dim N));
        ))
N = convolutionalNetwork({5,2}, 3);
assert(try (initialComplex N; false) else true)
needsPackage "SimplicialComplexes"
D = initialComplex N;
assert(ideal D == initialIdeal N)
assert(set facets D === set apply(initialFacets N, F -> product(F, j -> (ring N)_j)))
-- Macaulay2 counts over the field below where the ring of coefficients is not known to be a field
scan({QQ[i]/(i^2+1), QQ[t]/(t^2-2), ZZ/5[z]/(z^2-2)}, K -> (
    N := convolutionalNetwork({3,2}, 2, CoefficientRing => K);
    scan({() -> hilbertSeries N, () -> hilbertPolynomial N, () -> hilbertFunction(2, N), () -> initialIdeal N, () -> initialComplex N},
        f -> assert(try (f(); false) else true));
    assert(#initialFacets N == 3);
    N = convolutionalNetwork({3,2}, 2, CoefficientRing => toField K);
    assert(#facets initialComplex N == 3 and hilbertSeries(N, Order => 5) == hilbertSeries(convolutionalNetwork({3,2}, 2), Order => 5))))
assert(codim(N, Generic => true) == codim N)
///

-- the singular locus, against the Jacobian
TEST ///
scan({({2,2}, {2}), ({3,2}, {2}), ({4,2}, {3})}, (k, s) -> (
    N := convolutionalNetwork(k, s);
    I := neurovarietyIdeal N;
    found := radical ideal singularLocus ideal I_*;
    predicted := if #singularNetworks N == 0 then ideal vars ring N else intersect apply(singularNetworks N, ideal);
    assert(lift(found, ring N) == predicted)))
N = convolutionalNetwork({5,4,3}, {2,3});
assert(apply(singularNetworks N, filterSizes) == {{3,5,3}, {5,1,4}})
assert all(singularNetworks N, M -> ring M === ring N and endToEndFilterSize M == endToEndFilterSize N and dim M < dim N)
assert(singularNetworks convolutionalNetwork({4,3}, 1) == {})
-- the Jacobian loses rank at random points of a component, and not at those of the network
setRandomSeed 1
N = convolutionalNetwork({3,2,2}, {2,2});
rankAt = F -> rank (map(QQ, ring N, F)) jacobian neurovarietyIdeal N;
assert(rankAt randomFilter N == codim N)
assert all(singularNetworks N, M -> rankAt randomFilter M < codim N)
///

-- equations of critical points
TEST ///
setRandomSeed 1
scan({({2,2}, {2}), ({2,2}, {3}), ({2,3}, {2}), ({2,2,2}, {2,2}), ({4,3}, {1}), ({4}, {}), ({1}, {}), ({2,1,2}, {2,1}), ({2,2,2}, {1,2})},
    (k, s) -> (
        N := convolutionalNetwork(k, s, CoefficientRing => ZZ/32003);
        I := criticalIdeal N;
        assert(numgens I == numgens ring I and dim I == 0 and degree I == euclideanDistanceDegree N)))
-- special losses, by what the documentation says of them
N = convolutionalNetwork({2,2}, 2);
I = criticalIdeal(N, id_(QQ^4), matrix {{1},{2},{3},{-1}});
assert(degree I == 6 and degree saturate(I, last gens ring I) == 2)
assert(coefficientRing ring criticalIdeal(convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/7), id_(QQ^4), matrix {{1},{2},{3},{-1}}) === QQ)
-- random ones are generic enough
scan(40, seed -> (
    setRandomSeed seed;
    assert(degree criticalIdeal N == 6)))
-- the loss of data: sums of squares, by its own definition
N = convolutionalNetwork({2,2}, 2);
X = random(QQ^3, QQ^8);
Y = random(QQ^3, QQ^3);
loss = (T, b) = quadraticLoss(N, X, Y);
F = randomFilter N;
direct = sum(3, r -> sum(3, i -> (sum(4, j -> F#j * X_(r, 2*i + j)) - Y_(r,i))^2));
W = transpose matrix {F};
assert(direct == (transpose W * T * W - 2 * transpose W * b)_(0,0) + sum(flatten entries Y, y -> y^2))
assert(transpose T == T and ring T === QQ)
-- the last layer may have a stride too
X4 = random(QQ^2, QQ^12);
Y4 = random(QQ^2, QQ^3);
(T4, b4) = quadraticLoss(N, X4, Y4);
direct4 = sum(2, r -> sum(3, i -> (sum(4, j -> F#j * X4_(r, 4*i + j)) - Y4_(r,i))^2));
assert(direct4 == (transpose W * T4 * W - 2 * transpose W * b4)_(0,0) + sum(flatten entries Y4, y -> y^2))
-- rounded data
inReals = M -> matrix apply(entries M, row -> apply(row, x -> numeric x));
realLoss = quadraticLoss(N, inReals X, inReals Y);
assert(norm(realLoss#0 - inReals T) < 1e-9 * norm realLoss#0 and norm(realLoss#1 - inReals b) < 1e-9 * norm realLoss#1)
assert(instance(coefficientRing ring criticalIdeal(N, realLoss), RealField))
assert(try (criticalIdeal(N, inReals matrix {{1,2,0,0},{1,1,0,0},{0,0,1,0},{0,0,0,1}}, realLoss#1); false) else true)
-- layers that are critical: the loss of a filter that is made has its minimum 0 there
setRandomSeed 2
layers = {{1_QQ, 3}, {2_QQ, -4}};
Y = matrix apply(3, r -> apply(3, i -> (F = filterOfLayers(N, layers); sum(4, j -> F#j * X_(r, 2*i + j)))));
I = criticalIdeal(N, quadraticLoss(N, X, Y));
point' = {3_QQ, -2_QQ, 1/2};
assert((map(QQ, ring I, point')) I == 0)
assert(criticalLayers(N, point') == layers)
scan({() -> quadraticLoss(N, X, random(QQ^2, QQ^3)), () -> quadraticLoss(N, X, random(QQ^3, QQ^4)),
    () -> quadraticLoss(N, X, random(QQ^3, QQ^5)), () -> criticalIdeal(N, T, transpose b), () -> criticalIdeal(N, X, b),
    () -> criticalIdeal(N, matrix apply(4, i -> apply(4, j -> 1_QQ * i)), b), () -> criticalLayers(N, {1,2})},
    f -> assert(try (f(); false) else true))
-- by name, not by what happens to fail
debug needsPackage "LinearConvolutionalNetworks"
scan({1:5, (), (T, b, b), (T, 5)}, loss -> (
    assert(try (requirePair loss; false) else true);
    assert(try (criticalIdeal(N, loss); false) else true)))
requirePair (T, b)
assert(try (criticalLayers(N, {1,2,0}); false) else true)
assert(try (criticalLayers(N, point {{1,2,0.}}); false) else true)
///

-- a family: parameters in the loss, for monodromy
TEST ///
needsPackage "MonodromySolver"
setRandomSeed 1
N = convolutionalNetwork({2,2}, 2);
T = matrix {{3,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}};
b = matrix {{1},{2},{3},{-1}};
S = CC[p_0..p_3];
family = criticalIdeal(N, promote(T, S), transpose vars S);
-- a run may end with fewer
assert any(5, i -> (
    (V, paths) := monodromySolve(polySystem family_*, NumberOfEdges => 8, TargetSolutionCount => euclideanDistanceDegree N);
    #points V.PartialSols == 6))
-- its members are the problems, and have the same solutions
S = QQ[p_0..p_3];
family = criticalIdeal(N, promote(T, S), transpose vars S);
I = criticalIdeal(N, T, b);
atPoint = map(ring I, ring family, gens ring I | {1,2,3,-1});
assert(atPoint family == I)
-- in T too, whatever the degrees of rows and columns
S = QQ[p_0..p_9];
b = matrix {{1},{2},{3},{4}};
scan({genericSymmetricMatrix(S, p_0, 4), diagonalMatrix take(gens S, 4), T ** S + diagonalMatrix take(gens S, 4), matrix entries (T ** S)},
    T' -> assert(numgens criticalIdeal(N, T', b) == 3))
assert(try (criticalIdeal(N, genericMatrix(QQ[q_0..q_15], 4, 4), b); false) else true)
-- rounded numbers under parameters: symmetric up to rounding
scan(10, i -> (
    S' := CC[q];
    A := promote(random(CC^4, CC^4), S');
    assert(numgens criticalIdeal(N, quadraticLoss(N, A, promote(random(CC^4, CC^1), S'))) == 3);
    assert(numgens criticalIdeal(N, transpose A * (A * S'_0), promote(random(CC^4, CC^1), S')) == 3);
    assert(try (criticalIdeal(N, A, promote(random(CC^4, CC^1), S')); false) else true)))
F = frac(QQ[t]);
assert(numgens criticalIdeal(N, matrix {{t,1,0,0},{1,t^2,0,0},{0,0,1,0},{0,0,0,1}} ** F, b) == 3)
-- numbers of another characteristic are refused
scan({1_(ZZ/7), 1_(GF 9)}, e -> scan({
        L -> factor(N, L), L -> isInNeurovariety(N, L), L -> isInNeuromanifold(N, L),
        L -> factorFilter(N, L, Strategy => Native), L -> isInNeurovariety(N, L, Strategy => Native),
        L -> isInNeuromanifold(N, L, Strategy => Native)},
    f -> assert(try (f apply({1,2,3,6}, a -> a * e); false) else true)))
scan({S[q], ZZ[q], QQ[q]/(q^2)}, A -> assert(try (criticalIdeal(N, promote(T, A), promote(b, A)); false) else true))
///

-- real solutions, where there is the program msolve
TEST ///
hasMsolve = version#"VERSION" >= "1.26" and any(separate(":", getenv "PATH"), folder -> fileExists(folder | "/msolve"))
assert(hasMsolve or version#"VERSION" < "1.26" or getenv "LCNGEN_REQUIRE_MSOLVE" != "1")
if hasMsolve then needsPackage "Msolve"
if hasMsolve then (
    N = convolutionalNetwork({2,2}, 2);
    I = criticalIdeal(N, matrix {{3,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}}, matrix {{1},{2},{3},{-1}});
    assert(#msolveRealSolutions I == 2))
///

-- layers and critical points by lcngen, where it is
TEST ///
if nativeProgram(RaiseError => false) === null then assert(getenv "LCNGEN_REQUIRE_NATIVE" != "1") else (
    setRandomSeed 1;
    scan({({3,2}, {2}), ({3,1,2}, {2,2}), ({1,2,2}, {2,3}), ({3,2,2}, {1,2}), ({8,2,2}, {2,2}), ({4}, {})}, (k, s) -> (
        N := convolutionalNetwork(k, s);
        F := randomFilter N;
        found := factorFilter(N, F, Strategy => Native);
        assert(apply(found, a -> #a) == k);
        assert(max apply(filterOfLayers(N, found) - F, a -> abs numeric a) < 1e-9);
        other := replace(0, F#0 + 1, F);
        assert(isInNeurovariety(N, F, Strategy => Native) and isInNeuromanifold(N, F, Strategy => Native));
        assert(isInNeurovariety(N, other, Strategy => Native) == isInNeurovariety(N, other));
        assert(isInNeuromanifold(N, other, Strategy => Native) == isInNeuromanifold(N, other));
        ));
    N := convolutionalNetwork({2,2,2}, {1,2});
    assert not isInNeuromanifold(N, {1,1,3,2,2}, Strategy => Native);
    assert(factorFilter(N, {1,1,3,2,2}, Strategy => Native) === null);
    assert(factorFilter(N, {0,0,0,0,0}, Strategy => Native) == {{0,0}, {0,0}, {0,0}});
    Q := RR_53(monoid [getSymbol "p", getSymbol "q"]);
    assert isInNeurovariety(convolutionalNetwork({3,2}, 2), (Q_0^2+2*Q_0*Q_1+3*Q_1^2)*(Q_0^2+5*Q_1^2), Strategy => Native);
    -- rounded numbers are layers rounded
    N = convolutionalNetwork({2,2}, 2);
    F := filterOfLayers(N, {{1/3,2/7}, {5/9,1/11}});
    assert(max apply(filterOfLayers(N, factorFilter(N, numeric F, Strategy => Native)) - numeric F, abs) < 1e-12);
    scan({() -> factorFilter(N, {1,2,3}, Strategy => Native), () -> factorFilter(N, {1,2,3,ii}, Strategy => Native),
        () -> factorFilter(N, {1,2,3,"4; true"}, Strategy => Native),
        () -> factorFilter(convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5), {1,2,3,1}, Strategy => Native)},
        f -> assert(try (f(); false) else true));
    -- there are layers over this field, but none are real
    scan({toField(QQ[i]/(i^2+1)), QQ[t]/(t^2+1), frac(QQ[t]), CC_53}, kk -> (
        N := convolutionalNetwork({3,2}, 2, CoefficientRing => kk);
        scan({factorFilter, isInNeurovariety, isInNeuromanifold}, f ->
            assert(try (f(N, {1,0,0,0,1}, Strategy => Native); false) else true))));
    assert(factorFilter(convolutionalNetwork({3,2}, 2, CoefficientRing => RR_53), {1,2,8,10,15}, Strategy => Native) =!= null);
    -- all solutions of the equations, in the coordinates of these
    scan({({2,2}, {2}), ({2,2,2}, {1,2}), ({4}, {}), ({3,2}, {2})}, (k, s) -> (
        N := convolutionalNetwork(k, s);
        X := random(QQ^8, QQ^(endToEndFilterSize N));
        loss := quadraticLoss(N, X, random(QQ^8, QQ^1));
        I := criticalIdeal(N, loss);
        P := criticalPoints(N, loss);
        assert(#P == euclideanDistanceDegree N);
        inReals := M -> matrix apply(entries M, row -> apply(row, x -> numeric x));
        assert(#criticalPoints(N, inReals \ loss) == #P);
        assert(#P == degree I);
        scan(P, p -> (
            size := max apply(coordinates p, abs);
            assert(norm evaluate(gens I, p) < 1e-7 * (1 + size)^6);
            assert(apply(criticalLayers(N, p), a -> #a) == filterSizes reducedNetwork N);
            ))));
    -- a random loss, in the manner of criticalIdeal; 0 is not drawn
    scan({({2,2}, {2}, QQ), ({2,2}, {3}, RR_53), ({4,3}, {1}, QQ)}, (k, s, kk) -> (
        N := convolutionalNetwork(k, s, CoefficientRing => kk);
        assert(#criticalPoints N == euclideanDistanceDegree N)));
    scan(20, i -> criticalPoints convolutionalNetwork({1}, {}));
    assert(try (criticalPoints convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/101); false) else true);
    assert(try (criticalPoints(N, 1:5); false) else true);
    assert(try (criticalPoints(N, matrix {{0,0,0,0},{0,1,0,0},{0,0,1,0},{0,0,0,1}}, matrix {{1},{1},{1},{1}}); false) else true);
    )
///

-- no function changes what the user has named, rings in use included
TEST ///
needsPackage "SimplicialComplexes"
x = 1; y = 2; a = 3; b = 4; c = 5; t = 6; w = 7; i = 8; N = 9; T = 10;
QQ[p_0..p_2, u]
snapshot = () -> hashTable apply(userSymbols(), s -> s => value s);
hasNative = nativeProgram(RaiseError => false) =!= null;
queries = (() -> (
    N := convolutionalNetwork({3,2}, 2);
    N' := convolutionalNetwork({2,2}, 2);
    F := {1,2,3,6};
    loss := (matrix {{3_QQ,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}}, matrix {{1_QQ},{2},{3},{-1}});
    J := criticalIdeal(N', loss);
    {
    "convolutionalNetwork" => () -> (convolutionalNetwork({3,2}, 2), convolutionalNetwork({3,2}, 2, Variable => "x")),
    "filterSizes" => () -> filterSizes N, "strides" => () -> strides N,
    "endToEndFilterSize" => () -> endToEndFilterSize N, "reducedNetwork" => () -> reducedNetwork N,
    "isReducedNetwork" => () -> isReducedNetwork N, "twoLayerNetworks" => () -> twoLayerNetworks N,
    "filterOfLayers" => () -> filterOfLayers(N', {{1,2}, {1,3}}), "randomLayers" => () -> randomLayers N,
    "randomFilter" => () -> randomFilter N, "randomNetwork" => () -> randomNetwork 2,
    "factorFilter" => () -> (factorFilter(N', F), factor(N', F), if hasNative then factorFilter(N', F, Strategy => Native)),
    "isInNeurovariety" => () -> isInNeurovariety(N', F), "isInNeuromanifold" => () -> isInNeuromanifold(N', F),
    "coefficientMap" => () -> coefficientMap N, "neurovarietyKernel" => () -> neurovarietyKernel N,
    "sDecomposition" => () -> sDecomposition N, "resultantMatrix" => () -> resultantMatrix N,
    "resultantLevels" => () -> resultantLevels N,
    "resultantIdeal" => () -> (resultantIdeal N, resultantIdeal(N, MinimalGenerators => true),
        if hasNative then resultantIdeal(convolutionalNetwork({3,2}, 2), Strategy => Native)),
    "allLevelsIdeal" => () -> allLevelsIdeal N, "vanish" => () -> vanish(N, TakeRadical => true),
    "neurovarietyIdeal" => () -> (neurovarietyIdeal N, ideal N,
        if hasNative then neurovarietyIdeal(convolutionalNetwork({3,2}, 2, CoefficientRing => ZZ/7), Strategy => Native)),
    "minimalNonfaces" => () -> minimalNonfaces N,
    "initialIdeal" => () -> (initialIdeal N, hilbertSeries N, hilbertPolynomial N, hilbertFunction(2, N)),
    "initialFacets" => () -> initialFacets N, "initialComplex" => () -> initialComplex N,
    "singularNetworks" => () -> singularNetworks N,
    "isVanishingOnNeurovariety" => () -> isVanishingOnNeurovariety(ideal N, N),
    "isDefiningNeurovariety" => () -> isDefiningNeurovariety(ideal N, N),
    "isResultantIdealRadical" => () -> isResultantIdealRadical convolutionalNetwork({2,2,2}, {2,2}),
    "isCertifiedNeurovarietyIdeal" => () -> isCertifiedNeurovarietyIdeal N,
    "euclideanDistanceDegree" => () -> euclideanDistanceDegree N, "countCriticalPoints" => () -> countCriticalPoints N',
    "quadraticLoss" => () -> quadraticLoss(N', random(QQ^3, QQ^8), random(QQ^3, QQ^3)),
    "criticalIdeal" => () -> (criticalIdeal N', criticalIdeal(N', loss)),
    "criticalPoints" => () -> if hasNative then criticalPoints(N', loss),
    "criticalLayers" => () -> criticalLayers(N', {1,2,3}),
    "nativeProgram" => () -> nativeProgram(RaiseError => false)
    }))();
loadedPackage = needsPackage "LinearConvolutionalNetworks";
functions' = select(values loadedPackage.Dictionary, s -> instance(value s, Function));
assert(set apply(functions', toString) === set apply(queries, first))
before = 0; after = 0;
scan(queries, q -> (
    before := snapshot();
    (q#1)();
    after := snapshot();
    assert(before === after);
    ))
assert((x, y, a, b, c, t, w, i, N, T) === (1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
assert(p_0 + u =!= 0 and class p_0 === class u)
///

-- programs that answer wrongly, or are too old
TEST ///
refused = f -> assert(try (f(); false) else true);
before = if programPaths#?"lcngen" then programPaths#"lcngen";
fake = (version', text) -> (
    folder := temporaryFileName() | "/";
    makeDirectory folder;
    folder | "lcngen" << "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'lcngen " | version' | "'; exit 0; fi\n" | text | "\n" << close;
    run("chmod +x '" | folder | "lcngen'");
    programPaths#"lcngen" = folder;
    );
-- the file behind --out
write' = text -> "while [ $# -gt 1 ]; do if [ \"$1\" = --out ]; then printf '" | text | "' > \"$2\"; fi; shift; done";
header = "#J\\n#made\\n#field characteristic: 0\\n#variable order: w_0, w_1, w_2, w_3\\n#---\\n";
network = () -> convolutionalNetwork({2,2}, 2);
scan({"", "exit 0", "exit 3", "echo no >&2; exit 65", write' "", write' "[", write' (header | "[]:\\n"), write' (header | "[w_0*w_1"), write' "no"}, text -> (
    fake("99.1.0", text);
    assert((nativeProgram())#"version" == "99.1.0");
    scan({QQ, ZZ/101}, kk -> refused(() ->
        neurovarietyIdeal(convolutionalNetwork({2,2}, 2, CoefficientRing => kk), Strategy => Native)));
    refused(() -> factorFilter(network(), {1,2,3,6}, Strategy => Native));
    refused(() -> criticalPoints(network(), id_(QQ^4), matrix {{1_QQ},{2},{3},{4}}))))
-- this one is as it should be
fake("99.1.0", write' (header | "[w_0*w_3-w_1*w_2]:\\n"));
assert(neurovarietyIdeal(network(), Strategy => Native) != 0)
-- nothing wrong is kept
N = network();
fake("99.1.0", "exit 1");
refused(() -> neurovarietyIdeal(N, Strategy => Native));
assert(neurovarietyIdeal N == neurovarietyKernel N)
fake("0.1.0", write' (header | "[w_0*w_3-w_1*w_2]:\\n"));
found = nativeProgram(RaiseError => false);
assert(found === null or found#"version" >= "0.2.0")
if before === null then remove(programPaths, "lcngen") else programPaths#"lcngen" = before
///
