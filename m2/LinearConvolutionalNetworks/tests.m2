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
