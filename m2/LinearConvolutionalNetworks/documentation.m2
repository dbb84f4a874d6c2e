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

        This package computes its prime ideal, without any radical or elimination, and the ideal $J$ of
        minors of resultant matrices of the paper [S], whose radical it is; its Hilbert series and singular
        locus; the layers of a given filter; and the critical points of training.
    Example
        N = convolutionalNetwork({5,2}, 3)
        I = neurovarietyIdeal N;
        tally apply(I_*, f -> first degree f)
        (dim N, codim N, degree N)
    Text
        {\bf Networks:}

        @UL {
            TO convolutionalNetwork, TO reducedNetwork, TO twoLayerNetworks, TO randomNetwork
            }@

        {\bf Equations:}

        @UL {
            {TO neurovarietyIdeal, ", the prime ideal; ", TO "why the minors of nonfaces are a Groebner basis"},
            {TO resultantIdeal, ", ", TO allLevelsIdeal, ", ", TO vanish, ", from minors of resultant matrices"},
            {TO neurovarietyKernel, ", by elimination"},
            {TO isCertifiedNeurovarietyIdeal, ", a certificate for one network"}
            }@

        {\bf Geometry:}

        @UL {
            {TO "Hilbert series of a network", ", ", TO initialComplex},
            {TO singularNetworks, ", the singular locus"},
            TO "resolutions and dual varieties"
            }@

        {\bf Filters and training:}

        @UL {
            {TO factorFilter, ", ", TO isInNeurovariety, ", ", TO isInNeuromanifold, ", from a filter to layers"},
            {TO euclideanDistanceDegree, ", ", TO countCriticalPoints, ", numbers of critical points"},
            {TO criticalIdeal, ", ", TO criticalPoints, ", equations and points"}
            }@
References
    [S] V. Shahverdi, @HREF("https://arxiv.org/abs/2401.16613",
    "Algebraic Complexity and Neurovariety of Linear Convolutional Networks")@, 2024. Numbers of theorems
    in this documentation are those of this paper.

    [KMMT] K. Kohn, T. Merkh, G. Montúfar, M. Trager, @HREF("https://arxiv.org/abs/2108.01538",
    "Geometry of linear convolutional networks")@, 2021.

    [KMST] K. Kohn, G. Montúfar, V. Shahverdi, M. Trager, @HREF("https://arxiv.org/abs/2304.05752",
    "Function space and critical points of linear convolutional networks")@, 2023.
Caveat
    Generators of the prime ideal have integer coefficients, and are right over every field. Numbers of
    critical points, and statements about radicals, presuppose characteristic 0 or a large one.

    No function sets variables of the user: after {\tt use ring N} the variables of the network {\tt N} are
    there under their names.
Subnodes
    :Networks
    ConvolutionalNetwork
    "filters and layers"
    :Equations
    neurovarietyIdeal
    "why the minors of nonfaces are a Groebner basis"
    "generators by duality"
    minimalNonfaces
    sDecomposition
    resultantMatrix
    resultantLevels
    resultantIdeal
    allLevelsIdeal
    vanish
    coefficientMap
    neurovarietyKernel
    :Certificates
    isVanishingOnNeurovariety
    isDefiningNeurovariety
    isResultantIdealRadical
    isCertifiedNeurovarietyIdeal
    :Geometry
    "Hilbert series of a network"
    initialIdeal
    initialFacets
    initialComplex
    singularNetworks
    "resolutions and dual varieties"
    :Training
    euclideanDistanceDegree
    countCriticalPoints
    quadraticLoss
    criticalIdeal
    criticalPoints
    criticalLayers
    :The program lcngen
    nativeProgram
///

doc ///
Key
    ConvolutionalNetwork
    (net, ConvolutionalNetwork)
    (toString, ConvolutionalNetwork)
    (toExternalString, ConvolutionalNetwork)
    (texMath, ConvolutionalNetwork)
    (symbol ==, ConvolutionalNetwork, ConvolutionalNetwork)
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
        tex N
    Text
        Networks are equal if they have the same filter sizes, strides, ring of coefficients and names of
        variables; their polynomial rings may still be two.
    Example
        M = value toExternalString N;
        M == N
        ring M === ring N
    Text
        Ideals of a network are computed once, and kept with it. Another network with the same sizes
        computes anew.
    Example
        neurovarietyIdeal N === ideal N
Caveat
    What @TO toExternalString@ gives makes an equal network where the ring of coefficients is one of
    Macaulay2's own, such as QQ or ZZ/p: each quotient of a polynomial ring is a ring by itself. The function
    {\tt serialize} needs {\tt mark()} after packages are loaded, for networks as for all types of packages. Over ZZ/p it fails
    once an ideal is kept with the network, with {\tt no coefficient ring present}, as it does for
    the ideal of $x^2-y$ in {\tt (ZZ/7)[x,y]} by itself.
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
    randomNetwork
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
        the field of the coefficients. A quotient of a polynomial ring by a maximal ideal will do, with or without
        @TO toField@; a ring that is no field is refused
    Variable => Symbol
        the name of the variables, to which indices are added, or a string with this name
Outputs
    :ConvolutionalNetwork
Description
    Example
        convolutionalNetwork({7,7}, 3)
        ring convolutionalNetwork({2,2,2}, {2,2}, CoefficientRing => ZZ/32003, Variable => "u")
    Text
        Variables are not set until the ring is used.
    Example
        N = convolutionalNetwork({2,2}, 2);
        use ring N;
        neurovarietyIdeal N == ideal(w_0*w_3 - w_1*w_2)
Caveat
    Over @TO RR@ and @TO CC@ functions that need Gröbner bases refuse to work.

    Over a quotient of a polynomial ring, without @TO toField@, Macaulay2 counts over the field below: the degree of the ideal of a network
    is then a multiple of the degree of the network. Hilbert series and the initial complex need @TO toField@.
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
    (codim, ConvolutionalNetwork)
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
        {\tt Native} for @TO nativeProgram@
Outputs
    :Ideal
        whose zero set is the neurovariety (Corollary 3.7; for more than two layers the sum over
        @TO twoLayerNetworks@, which is Algorithm 1 without radicals, Remark 3.10)
Description
    Text
        The ideal need not be radical; see @TO isResultantIdealRadical@. Minors that are zero are left
        out. That lean J is the same ideal has been compared in many cases; see
        @TO "generators by duality"@.
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
        with $w_0>w_1>\dots$, and their leading monomials generate a squarefree ideal, @TO initialIdeal@.
    Example
        N = convolutionalNetwork({5,2}, 3);
        P = allLevelsIdeal N;
        monomialIdeal apply(P_*, leadMonomial) == initialIdeal N
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
    the minimal nonfaces of the initial complex
Usage
    minimalNonfaces N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of lists of indices of variables, the shorter ones first
Description
    Text
        The initial ideal of the prime ideal of the neurovariety is generated by the products of
        variables of minimal nonfaces. For two layers a set is a nonface iff the residues modulo $s$ of 0, its
        elements in increasing order, and $K-1$ have more than $(k_1-1)/s$ strict descents. For more layers these are the minimal nonfaces of
        @TO twoLayerNetworks@ together, the minimal ones among them.
    Example
        N = convolutionalNetwork({5,2}, 3);
        minimalNonfaces N
        apply((neurovarietyIdeal N)_*, leadMonomial)
SeeAlso
    neurovarietyIdeal
    initialIdeal
    "why the minors of nonfaces are a Groebner basis"
///

doc ///
Key
    neurovarietyIdeal
    (neurovarietyIdeal, ConvolutionalNetwork)
    (ideal, ConvolutionalNetwork)
    [neurovarietyIdeal, Strategy]
Headline
    the prime ideal of the neurovariety
Usage
    neurovarietyIdeal N
    ideal N
Inputs
    N:ConvolutionalNetwork
    Strategy => Symbol
        {\tt Native} for @TO nativeProgram@
Outputs
    :Ideal
        generated by one minor of a resultant matrix for each minimal nonface
Description
    Text
        The generators are a Gröbner basis in graded reverse lexicographic order:
        @TO "why the minors of nonfaces are a Groebner basis"@. That they are minimal generators is a
        theorem for two layers, @TO "generators by duality"@; for more it was so in all cases where it was tried.
    Example
        N = convolutionalNetwork({6,6}, 3);
        I = neurovarietyIdeal N;
        tally apply(I_*, f -> first degree f)
    Text
        Macaulay2 can be told of the theorem by @TO forceGB@. It then reduces the generators, but looks
        at no pairs of them, and dimension, degree, remainders and comparisons take no further
        Gröbner basis. For (7,7;3) this takes half a second, where computing the basis takes 20. The ideal
        is kept with the network, so that all functions profit.
    Example
        forceGB gens I;
        (dim I, degree I)
        I === ideal N
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
    isCertifiedNeurovarietyIdeal
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
Caveat
    Radicals are Macaulay2's own. Over extensions of QQ, such as {\tt toField(QQ[i]/(i^2+1))}, they can end in its error
    {\tt no applicable strategy for (minimalPrimes,Ideal)}; @TO neurovarietyIdeal@ is the same ideal, and takes no radical.
SeeAlso
    neurovarietyIdeal
    twoLayerNetworks
///

doc ///
Key
    isVanishingOnNeurovariety
    (isVanishingOnNeurovariety, Ideal, ConvolutionalNetwork)
Headline
    whether an ideal is contained in that of the neurovariety
Usage
    isVanishingOnNeurovariety(I, N)
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
        isVanishingOnNeurovariety(resultantIdeal N, N)
        isVanishingOnNeurovariety(ideal (ring N)_0, N)
SeeAlso
    isDefiningNeurovariety
///

doc ///
Key
    isDefiningNeurovariety
    (isDefiningNeurovariety, Ideal, ConvolutionalNetwork)
Headline
    whether the radical of an ideal is the ideal of the neurovariety
Usage
    isDefiningNeurovariety(I, N)
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
        isDefiningNeurovariety(J, N)
        isResultantIdealRadical N
SeeAlso
    isVanishingOnNeurovariety
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
Caveat
    The criterion for two layers is a theorem, @TO "generators by duality"@; it also agreed with computations in all cases compared
    (reduced networks with $K$ up to 14).
SeeAlso
    resultantIdeal
///

doc ///
Key
    isCertifiedNeurovarietyIdeal
    (isCertifiedNeurovarietyIdeal, ConvolutionalNetwork)
Headline
    a proof that neurovarietyIdeal is right, for one network
Usage
    isCertifiedNeurovarietyIdeal N
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
        isCertifiedNeurovarietyIdeal convolutionalNetwork({5,5}, 3)
SeeAlso
    neurovarietyIdeal
///

doc ///
Key
    euclideanDistanceDegree
    (euclideanDistanceDegree, List)
    (euclideanDistanceDegree, ConvolutionalNetwork)
Headline
    the number of complex critical points of training with generic data
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
        The formula (4.9), with $k_j-1$ in place of $k_j$ inside its sum, where the paper has a misprint: the number for a
        generic quadratic loss $w^TTw-2w^Tb$. For a special T, such as the identity, there may be fewer. The number
        depends neither on strides nor on the order of the filter sizes.
    Example
        euclideanDistanceDegree {2,2}
        euclideanDistanceDegree {2,3,4,5}
        euclideanDistanceDegree convolutionalNetwork({3,3}, 2)
    Text
        The neurovariety is, up to linear projection, a Segre variety. For two filters of size 2 it is the quadric of
        2 by 2 matrices of determinant 0, whose generic Euclidean distance degree the package
        {\tt EuclideanDistanceDegree}, in Macaulay2 1.26, finds too.
    Example
        N = convolutionalNetwork({2,2}, 2);
        if version#"VERSION" >= "1.26" then needsPackage "EuclideanDistanceDegree";
        if version#"VERSION" >= "1.26" then determinantalGenericEDDegree flatten entries gens ideal N
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
        a finite field, or another one with exact numbers, of characteristic other than 2
Outputs
    :ZZ
        the degree of the ideal of critical points, other than 0, of a quadratic loss with random
        coefficients
Description
    Text
        A count by Gröbner bases, which should be @TO euclideanDistanceDegree@.
    Example
        N = convolutionalNetwork({2,3}, 2);
        countCriticalPoints N
        euclideanDistanceDegree N
Caveat
    The problem is random. Over a small field it is often special, and then the number is smaller, or the
    critical points are infinitely many, which is an error; so take a large one. Inexact fields are refused.
SeeAlso
    euclideanDistanceDegree
    criticalIdeal
///

doc ///
Key
    nativeProgram
    [nativeProgram, RaiseError]
    Native
Headline
    the program lcngen, which computes the same ideals faster
Usage
    nativeProgram()
Inputs
    RaiseError => Boolean
        whether it is an error that the program is not found
Outputs
    :Program
        or null, if it is not found, or too old, and that is no error
Description
    Text
        With {\tt Strategy => Native} the functions @TO resultantIdeal@, @TO allLevelsIdeal@ and
        @TO neurovarietyIdeal@ call the program {\tt lcngen}, and read back what it has written;
        @TO factorFilter@, @TO isInNeurovariety@ and @TO isInNeuromanifold@ hand their question on to it. Only
        @TO criticalPoints@ cannot do without.

        {\bf To have it:} {\tt lcngen} is one file, made by {\tt swift build -c release} in the project
        that this package comes from, with Swift 6 and nothing else; it is then in {\tt .build/release}. It needs no
        installation; {\tt lcngen install --prefix DIR} puts it into a folder together with this package. The version 0.2.0 or a later one is needed, which {\tt lcngen --version} tells.

        {\bf To have it found:} it is looked for as @TO findProgram@ does, in the folder
        {\tt programPaths#"lcngen"}, then where {\tt lcngen install} has put it with this package, then on {\tt PATH}.

        {\bf To test it:} with {\tt LCNGEN_REQUIRE_NATIVE=1} in the environment {\tt check "LinearConvolutionalNetworks"}
        fails where the program is not found; without, it skips what needs the program.

        Generators are the same as without it, but for {\tt MinimalGenerators}. The engine of
        Macaulay2 reads the file itself, from version 1.26.06 on; before, each term goes through the interpreter, so
        that for large ideals @TO minors@ is faster.

        This output is stored, as the program need not be there where this page is made:
    CannedExample
        i1 : J = resultantIdeal convolutionalNetwork({5,5}, 3);

        i2 : J' = resultantIdeal(convolutionalNetwork({5,5}, 3), Strategy => Native);

        i3 : (numgens J, numgens J')

        o3 = (1265, 1265)
SeeAlso
    findProgram
    "programPaths"
///

doc ///
Key
    "why the minors of nonfaces are a Groebner basis"
Headline
    statement, proof and references
Description
    Text
        Let the network be reduced, $S_l=s_1\cdots s_{l-1}$, and $K$ its end-to-end filter size. Monomials are
        ordered by graded reverse lexicographic order with $w_0>w_1>\dots>w_{K-1}$. The {\em initial complex} $\Delta$
        has the vertices $0,\dots,K-1$; its facets are the sets of partial sums, $0$ and $K-1$ included, of all sequences
        of $k_l-1$ steps of length $S_l$, $l=1,\dots,L$, in any order (@TO initialFacets@).

        For two layers let $m=k_2-1$ and $e=\lfloor (k_1-1)/s\rfloor$. Let $\{j_1<\dots<j_t\}$ be a minimal nonface,
        with residues $\rho_p=j_p$ modulo $s$. In the resultant matrix $R_l$, $l=t+m-2$, take as row $p$ the form of residue $\rho_p$ moved by
        $a_p$ places, where $a_p$ counts the $u<p$ with $\rho_u\le\rho_{u+1}$, and as column $p$ the column
        $\lfloor j_p/s\rfloor+a_p$. The diagonal of this submatrix is $w_{j_1},\dots,w_{j_t}$; its determinant is the {\em minor
        of the nonface}. For more layers take the nonface of one of @TO twoLayerNetworks@.

        {\bf Theorem.} The minors of the minimal nonfaces of $\Delta$ are a Gröbner basis of the prime ideal $I$ of the neurovariety,
        with leading terms $\pm w_{j_1}\cdots w_{j_t}$. The initial ideal of $I$ is the Stanley-Reisner ideal of $\Delta$.

        {\bf Proof.} {\em Faces by descents.} A set that contains $0$ and $K-1$ is a face if its gaps can be filled by the steps
        that there are. For two layers a gap $d$ needs $d$ modulo $s$ steps of length 1 at least, and every $s$ further ones can stand
        for a step of length $s$. As all gaps add up to $K-1=(k_1-1)+s(k_2-1)$, they can be filled iff
        $\sum(d$ modulo $s)\le k_1-1$. From one residue to the next $d$ modulo $s$ is the difference of residues, plus $s$ at
        a strict descent. So the sum is $(K-1)$ modulo $s$, plus $s$ times the number of descents, and a set is a face iff it has
        at most $e$ descents. For more layers the same count for each $l$, modulo $S_{l+1}$, is necessary; it is sufficient because
        $S_l$ divides $S_{l+1}$: fill gaps with the longest steps first, and replace those that there are too few of by shorter ones.

        {\em The minor exists.} A minimal nonface has exactly $e+1$ descents. Columns increase strictly: at a descent
        $\lfloor j/s\rfloor$ grows, elsewhere $a$ does. A form of degree $n=m+e$ may be moved by at most $l-n=t-2-e$ places, one of
        degree $n-1$ by one more. If the last residue does not exceed that of $K-1$, all descents are among the $t-1$ inner steps
        and that of $0$ to $j_1$ is none, so shifts are at most $t-2-e$. Otherwise $e$ of them are; shifts are at most $t-1-e$, and rows that reach this bound belong to the last
        descending run, where every residue exceeds $(K-1)$ modulo $s$: these are forms of degree $n-1$.

        {\em The leading term.} The entry in row $p$ and column $q$, where it is not 0, has the index $A_p+s c_q$, with
        $A_p=\rho_p-s a_p$ strictly decreasing and $c_q$ strictly increasing. Undoing an inversion of a permutation replaces two indices by two
        with the same sum that lie strictly between them, so that the product becomes larger in the order; the new entries are
        not 0 either. So the diagonal is the largest monomial, no other permutation gives it, and its coefficient is $\pm 1$.

        {\em The minors vanish.} On the neurovariety the forms are $q_i=g h_i$ with $g$ of degree $m$. The rows of $R_l$ lie in $g$ times the
        forms of degree $l-m$, a space of dimension $l+1-m$, so minors of size $l+2-m=t$ vanish.

        {\em Equality.} Let $I_\Delta$ be the ideal of the monomials of minimal nonfaces; it is contained in the initial ideal of $I$. All
        facets of $\Delta$ have $\sum k_l-(L-1)$ vertices, which is the dimension of the neurovariety (Theorem 2.6), and there are
        $(\sum(k_l-1))!/\prod(k_l-1)!$ of them, which is its degree, as the map from the Segre variety is birational. $I_\Delta$ is an intersection of
        prime ideals of that dimension. A strictly larger ideal would contain an element outside one of them, and so have a smaller
        dimension or degree. So the two are equal. $\square$

        Leading coefficients being $\pm 1$, the minors are a Gröbner basis over every field. One network is checked, without
        this proof, by @TO isCertifiedNeurovarietyIdeal@, or against Macaulay2's own basis:
    Example
        N = convolutionalNetwork({5,2}, 3);
        I = neurovarietyIdeal N;
        set apply(I_*, leadMonomial) === set apply(first entries gens gb ideal I_*, leadMonomial)
        isCertifiedNeurovarietyIdeal N
    Text
        For two layers there is a second proof, which gives more: @TO "generators by duality"@.
References
    V. Shahverdi, @HREF("https://arxiv.org/abs/2401.16613",
    "Algebraic Complexity and Neurovariety of Linear Convolutional Networks")@, Theorem 2.6, Proposition 3.2, Corollaries 3.3 and 3.7.
SeeAlso
    minimalNonfaces
    neurovarietyIdeal
    initialComplex
///

doc ///
Key
    "generators by duality"
Headline
    a second proof for two layers, and minimal generators, in short
Description
    Text
        Characteristic 0, two layers, $m=k_2-1\ge 1$. Modulo the variables that are generators themselves keep the forms $q_i$ of degree $n_i=m+p+e_i$,
        $e_i\in\{0,1\}$. Let $I$ be the ideal of $\{q_i=g h_i\}$, with $g$ of degree $m$ and $h_i$ of degree $p+e_i$.

        {\bf Statements.} (A) In each degree $d$ the ideal $I$ is spanned by the $d$-minors of the resultant matrix $R_{d+m-2}$. (B) Numbers of new
        generators in the multidegree of $d$ different forms are $\beta\cdot{d+m-1\choose d}$, where $\beta$ depends on $d$, $p$ and the $e_i$ only.
        (C) $I$ is generated in degrees at most $2p+2$ if all degrees are equal, $2p+3$ if one form has the top degree, and else $2p+4$, in
        the last from forms of top degree only. So the minors of @TO resultantLevels@ generate $I$ up to saturation, lean $J$ equals $J$, and $J=I$
        iff no level before the first has minors of the size $l+2-m$. (D) For more layers $I$ is the sum of the ideals of @TO twoLayerNetworks@.
        (E) For two layers the minors of minimal nonfaces are minimal generators.

        {\bf Proof of (A).} By polarization it is enough to look at multilinear parts, for $d$ different forms. The dual space consists of polynomials in $x_1,\dots,x_d$ of
        degree at most $n_i$ in $x_i$. Let $R_N$ be those of degree at most $N+e_i$, and $\Lambda_k$ the symmetric ones of degree at most $k$ in
        each. The annihilator of $I$ is $U=\Lambda_m R_p$, as products $g(x_1)\cdots g(x_d)$ span $\Lambda_m$. That of the minors is
        the space $W$ of $F$ with $Alt(HF)=0$ for all $H$ of degree at most $t-e_i$ in $x_i$, where $t=d-2-p$. $U\subseteq W$, since $Alt(HsG)=s\,Alt(HG)=0$ for symmetric $s$,
        all degrees of $HG$ being at most $d-2$. As line bundles $O(N+e_1,\dots,N+e_d)$ on $(P^1)^d$ have no cohomology
        between degrees 0 and $d$, Horrocks' criterion, for the map to $Sym^d P^1=P^d$, makes the sum $R$ of all $R_N$ a free module
        $\oplus_k V_k\otimes\Lambda(-k)$ over $\Lambda$; its elements that come from degrees up to $q$ are a direct summand $M_q$. The pairing of $F$ and $H$ to $Alt(FH)$ divided by the
        Vandermonde determinant is perfect over $\Lambda$, as the relative dualizing sheaf is $O(d-1,\dots,d-1)$. So $M_p$ and $M_t$, the latter for $-e$, which are
        orthogonal and have complementary ranks, are each other's annihilators, and $W=U$.

        {\bf (B).} The annihilator of the part that is generated in lower degrees is dual to $Y=\sum_i S(x_i)\otimes M_{t-1}^{(i)}$, $M_{t-1}^{(i)}$ taken for the variables other than $x_i$; $Y$ is
        generated over $\Lambda$ in degrees up to $t$, so $Y=M_{t-1}\oplus\Lambda Y_0$ with $Y_0\subseteq V_t$, and new generators are dual to $(V_t/Y_0)^*$ times polynomials of degree $m-1$. That space
        consists of the multilinear functions of binary forms $f_i$ of degree $t-e_i$ that vanish where all but one of the $f_i$ have a common root.

        {\bf (C).} With $d_0$ forms of degree $t$ and $d_1$ of degree $t-1$ such a function is 0 if $t d_0+(t+1)d_1<2t(t+1)$: through every tuple passes a rational curve that
        meets the locus of a common root in $t(t+1)$ points, where the function vanishes doubly.

        {\bf (D).} Annihilators of the pieces are $\oplus_k V_k\otimes(\dots)$ with the same $V_k$, and intersect in that of the whole.

        {\bf (E).} Write the elements of a nonface by residues, cut into maximal strictly decreasing runs $Z_0,\dots,Z_t$. It is minimal iff for each $c<t$ the two smallest $a<b$ of $Z_c$ and
        the two largest $C\le D$ of $Z_{c+1}$ satisfy $a<C$ and $b<D$. Split each run in two so that $a,b$ are in different parts, $C,D$ too, and the part with $b$ is the one
        with $D$. For each of the two parts there is a function that vanishes where all its forms have a common root, with that part as leading monomial; their
        product is one of those in (B), with leading monomial $Z$. So there are at least as many as minimal nonfaces, and not more, as their minors generate.
        Forms that are taken more than once have odd variables instead, and the same leading monomials.
Caveat
    This is an outline; the article that comes with the program, {\tt Sources/Neurovariety/Neurovariety.docc/Resources/neurovarieties.tex}, has the proofs in full.
SeeAlso
    "why the minors of nonfaces are a Groebner basis"
    isResultantIdealRadical
///

doc ///
Key
    "filters and layers"
Headline
    from layers to a filter, and back
Description
    Text
        Layers are lists of numbers, of the filter sizes of the network. Their filter is a list of $K$ numbers, or a binary
        form of degree $K-1$.
    Example
        N = convolutionalNetwork({3,2}, 2);
        w = filterOfLayers(N, {{1,2,3}, {1,5}})
        factor(N, w)
        S = QQ[x,y];
        factor(N, (x^2+2*x*y+3*y^2)*(x^2+5*y^2))
    Text
        Layers with stride 1 between them make fewer real filters than complex ones.
    Example
        M = convolutionalNetwork({2,2}, 1);
        isInNeurovariety(M, {1,0,1})
        isInNeuromanifold(M, {1,0,1})
Subnodes
    filterOfLayers
    randomLayers
    randomFilter
    factorFilter
    isInNeurovariety
    isInNeuromanifold
///

doc ///
Key
    filterOfLayers
    (filterOfLayers, ConvolutionalNetwork, List)
Headline
    the end-to-end filter of given layers
Usage
    filterOfLayers(N, layers)
Inputs
    N:ConvolutionalNetwork
    layers:List
        of lists, first layer first, with entries in any ring
Outputs
    :List
        the coefficients of the product of forms
Description
    Example
        N = convolutionalNetwork({2,2,2}, {2,2});
        filterOfLayers(N, {{1,2}, {1,3}, {1,5}})
SeeAlso
    coefficientMap
    factorFilter
///

doc ///
Key
    randomLayers
    (randomLayers, ConvolutionalNetwork)
Headline
    random layers
Usage
    randomLayers N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of lists of numbers in the field of coefficients, none of them all 0; integers from -9 to 9 over QQ
Description
    Example
        randomLayers convolutionalNetwork({3,2}, 2)
SeeAlso
    randomFilter
///

doc ///
Key
    randomFilter
    (randomFilter, ConvolutionalNetwork)
Headline
    a random point of the neurovariety
Usage
    randomFilter N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        the filter of @TO randomLayers@
Description
    Example
        N = convolutionalNetwork({3,2}, 2);
        w = randomFilter N
        sub(gens ideal N, matrix {w})
///

doc ///
Key
    randomNetwork
    (randomNetwork, ZZ)
    [randomNetwork, CoefficientRing]
    [randomNetwork, Variable]
    [randomNetwork, MaximalFilterSize]
    [randomNetwork, MaximalStride]
    MaximalFilterSize
    MaximalStride
Headline
    a random network
Usage
    randomNetwork L
Inputs
    L:ZZ
        the number of layers
    CoefficientRing => Ring
        as for @TO convolutionalNetwork@
    Variable => Symbol
        as for @TO convolutionalNetwork@
    MaximalFilterSize => ZZ
        filter sizes are between 2 and this
    MaximalStride => ZZ
        strides are between 2 and this
Outputs
    :ConvolutionalNetwork
Description
    Example
        randomNetwork 3
        randomNetwork(2, MaximalFilterSize => 6, CoefficientRing => ZZ/101)
///

doc ///
Key
    factorFilter
    (factorFilter, ConvolutionalNetwork, List)
    (factorFilter, ConvolutionalNetwork, RingElement)
    (factor, ConvolutionalNetwork, List)
    (factor, ConvolutionalNetwork, RingElement)
    [factorFilter, Strategy]
Headline
    layers of a given filter
Usage
    factorFilter(N, w)
    factor(N, w)
Inputs
    N:ConvolutionalNetwork
    w:List
        of numbers, the end-to-end filter; or a binary form of degree $K-1$ in a ring with two variables
    Strategy => Symbol
        {\tt Native} for @TO nativeProgram@
Outputs
    :List
        of layers whose filter is {\tt w}; null if there are none over the field of coefficients
Description
    Text
        A form in $x^S$ and $y^S$ divides the filter iff it divides each form of its decomposition by exponents modulo
        $S$: greatest common divisors of these tell whether there are layers. Where they have just the degrees that are needed the network
        is unique, and no polynomial is factored, except to split layers that stride 1 joins.
    Example
        N = convolutionalNetwork({3,2}, 2);
        factor(N, {1, 2, 8, 10, 15})
        factor(N, {1, 2, 8, 10, 16}) === null
        factor(convolutionalNetwork({2,2,2}, {1,2}), {1, 3, 7, 15, 10})
    Text
        Over a field that is too small there may be no layers, though the filter is in the neurovariety.
    Example
        factor(N, {1,0,0,0,1}) === null
        isInNeurovariety(N, {1,0,0,0,1})
    Text
        The program takes rational and real numbers, and looks for real layers; numbers that are not exact are taken as
        rounded ones. Macaulay2's @TO factor@ takes no options, so the strategy is one of {\tt factorFilter}.
Caveat
    Where the network is not unique, divisors over the field of coefficients are tried one after another; if none will do, that can take long.
    Then polynomials are factored too, which Macaulay2 does over QQ, ZZ/p, Galois fields, extensions of QQ after @TO toField@, and fraction
    fields of polynomials over QQ and ZZ/p; an extension of ZZ/p must be made by @TO GF@. {\tt Strategy => Native} takes networks over
    QQ and RR only.
SeeAlso
    isInNeurovariety
    isInNeuromanifold
    filterOfLayers
///

doc ///
Key
    isInNeurovariety
    (isInNeurovariety, ConvolutionalNetwork, List)
    (isInNeurovariety, ConvolutionalNetwork, RingElement)
    [isInNeurovariety, Strategy]
Headline
    whether a filter is made by layers over the algebraic closure
Usage
    isInNeurovariety(N, w)
Inputs
    N:ConvolutionalNetwork
    w:List
        as for @TO factorFilter@
    Strategy => Symbol
        {\tt Native} for @TO nativeProgram@
Outputs
    :Boolean
Description
    Text
        No equation is needed, and no polynomial factored: only degrees of greatest common divisors.
    Example
        N = convolutionalNetwork({20,20}, 3);
        isInNeurovariety(N, randomFilter N)
SeeAlso
    isInNeuromanifold
///

doc ///
Key
    isInNeuromanifold
    (isInNeuromanifold, ConvolutionalNetwork, List)
    (isInNeuromanifold, ConvolutionalNetwork, RingElement)
    [isInNeuromanifold, Strategy]
Headline
    whether a filter is made by real layers
Usage
    isInNeuromanifold(N, w)
Inputs
    N:ConvolutionalNetwork
        over QQ
    w:List
        as for @TO factorFilter@
    Strategy => Symbol
        {\tt Native} for @TO nativeProgram@
Outputs
    :Boolean
Description
    Text
        Real layers of degrees $n_1,\dots,n_r$ that stride 1 joins make exactly the real forms with at least as many real roots, with
        multiplicity, as there are odd numbers among the degrees. The roots are counted by Sturm's theorem.
    Example
        N = convolutionalNetwork({2,2}, 1);
        isInNeuromanifold(N, {1,0,1})
        isInNeuromanifold(N, {1,3,2})
Caveat
    Where a filter has several networks, of which none has rational layers, real ones may still make it: such cases end in an error,
    unless they are simple. {\tt Strategy => Native} decides more.
SeeAlso
    isInNeurovariety
    factorFilter
///

doc ///
Key
    "Hilbert series of a network"
    (hilbertSeries, ConvolutionalNetwork)
    (hilbertPolynomial, ConvolutionalNetwork)
    (hilbertFunction, ZZ, ConvolutionalNetwork)
Headline
    Hilbert series, polynomial and function without a Groebner basis
Usage
    hilbertSeries N
    hilbertPolynomial N
    hilbertFunction(d, N)
Inputs
    N:ConvolutionalNetwork
    d:ZZ
Description
    Text
        Faces of the initial complex are counted by numbers of descents, without listing them or any generator. Options
        are those of @TO hilbertSeries@ and @TO hilbertPolynomial@.
    Example
        N = convolutionalNetwork({8,8}, 3);
        hilbertSeries(N, Reduce => true)
        hilbertFunction(10, N)
        M = convolutionalNetwork({3,2,2}, {2,2});
        hilbertPolynomial M
        hilbertPolynomial M == hilbertPolynomial ideal M
SeeAlso
    initialIdeal
    (degree, ConvolutionalNetwork)
///

doc ///
Key
    initialIdeal
    (initialIdeal, ConvolutionalNetwork)
Headline
    the initial ideal of the prime ideal
Usage
    initialIdeal N
Inputs
    N:ConvolutionalNetwork
Outputs
    :MonomialIdeal
        generated by the products of variables of minimal nonfaces
Description
    Example
        N = convolutionalNetwork({5,2}, 3);
        initialIdeal N
        initialIdeal N == monomialIdeal leadTerm ideal N
SeeAlso
    minimalNonfaces
///

doc ///
Key
    initialFacets
    (initialFacets, ConvolutionalNetwork)
Headline
    the facets of the initial complex
Usage
    initialFacets N
Inputs
    N:ConvolutionalNetwork
Outputs
    :List
        of lists of indices of variables, as many as the degree of the neurovariety
Description
    Example
        N = convolutionalNetwork({5,2}, 3);
        initialFacets N
        #initialFacets N == degree N
SeeAlso
    initialComplex
    minimalNonfaces
///

doc ///
Key
    initialComplex
    (initialComplex, ConvolutionalNetwork)
Headline
    the initial complex as a simplicial complex
Usage
    initialComplex N
Inputs
    N:ConvolutionalNetwork
Outputs
    :Thing
        a {\tt SimplicialComplex} of the package {\tt SimplicialComplexes}, which must have been loaded
Description
    Example
        needsPackage "SimplicialComplexes";
        N = convolutionalNetwork({3,2}, 2);
        D = initialComplex N
        ideal D == initialIdeal N
SeeAlso
    initialFacets
    initialIdeal
///

doc ///
Key
    singularNetworks
    (singularNetworks, ConvolutionalNetwork)
Headline
    the singular locus of the neurovariety, as networks
Usage
    singularNetworks N
Inputs
    N:ConvolutionalNetwork
        which is reduced first
Outputs
    :List
        of networks over the ring of N whose neurovarieties together, with 0, are the singular locus
Description
    Text
        Where a factor of layer $l$ is a form in the variables of layer $l+1$ it could move up, and there the neurovariety is singular. So for each $l<L$ with $k_l>s_l$ there is
        the network with $k_l-s_l$ and $k_{l+1}+1$ in the places $l$ and $l+1$.
    Example
        N = convolutionalNetwork({3,2}, 2);
        singularNetworks N
        I = ideal N;
        radical ideal singularLocus I == ideal first singularNetworks N
Caveat
    That the singular points are these and 0 (there is none if the neurovariety is a linear space) is a theorem; the proof is in the documentation of @TT "lcngen"@,
    and @TO singularLocus@ agrees wherever it was compared. If 0 is the only singular point, or if there is none, the list is empty.
SeeAlso
    twoLayerNetworks
///

doc ///
Key
    "resolutions and dual varieties"
Headline
    what other functions of Macaulay2 tell of neurovarieties
Description
    Text
        The ideal is one like any other.
    Example
        N = convolutionalNetwork({5,2}, 3);
        I = ideal N;
        betti res I
        isPrime I
    Text
        Training by generic quadratic losses has as many critical points as the polar degrees of the neurovariety, in characteristic 0, add up to. The dual variety of that of (2,2;2), a quadric:
    Example
        needsPackage "Resultants";
        M = convolutionalNetwork({2,2}, 2);
        dualVariety ideal M
SeeAlso
    euclideanDistanceDegree
///

doc ///
Key
    quadraticLoss
    (quadraticLoss, ConvolutionalNetwork, Matrix, Matrix)
Headline
    the quadratic loss of data
Usage
    (T, b) = quadraticLoss(N, X, Y)
Inputs
    N:ConvolutionalNetwork
    X:Matrix
        inputs, one sample a row, of $K+(d-1)s$ numbers, where $s$ is the product of all strides, that of the last layer included
    Y:Matrix
        outputs, one sample a row, of $d$ numbers
Outputs
    T:Matrix
    b:Matrix
        such that the sum of squares is $w^TTw-2w^Tb$ and a constant
Description
    Example
        N = convolutionalNetwork({2,2}, 2);
        X = matrix {{1,0,2,1},{0,1,1,3},{2,1,0,1},{1,1,1,0},{3,0,0,1}};
        Y = matrix {{1},{2},{0},{1},{4}};
        quadraticLoss(N, X, Y)
SeeAlso
    criticalIdeal
    criticalPoints
///

doc ///
Key
    criticalIdeal
    (criticalIdeal, ConvolutionalNetwork)
    (criticalIdeal, ConvolutionalNetwork, Matrix, Matrix)
    (criticalIdeal, ConvolutionalNetwork, Sequence)
Headline
    equations of the critical points of training
Usage
    criticalIdeal(N, T, b)
    criticalIdeal(N, quadraticLoss(N, X, Y))
    criticalIdeal N
Inputs
    N:ConvolutionalNetwork
        which is reduced first
    T:Matrix
        symmetric, of the size of the end-to-end filter, over a field, or over polynomials in parameters
    b:Matrix
        a column
Outputs
    :Ideal
        in the unknowns $c_{l,i}$ and $y$, as many as generators. The first coefficient of each filter is 1, $c_{l,i}$ are
        the others, and the end-to-end filter is their product divided by $y$
Description
    Text
        The critical points of $w^TTw-2w^Tb$ on the neurovariety, other than $w=0$. Without T and b they are random, over the field of coefficients.
    Example
        N = convolutionalNetwork({2,2}, 2);
        T = matrix {{3,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}};
        b = matrix {{1},{2},{3},{-1}};
        I = criticalIdeal(N, T, b)
        degree I == euclideanDistanceDegree N
    Text
        The equations are square, and ready for numerical solvers. A point with the unknowns' values gives layers.
    Example
        needsPackage "NumericalAlgebraicGeometry";
        P = solveSystem I_*;
        #P
        criticalLayers(N, first P)
    Text
        With parameters in T or b it is a family, for monodromy: a point and a b for which it is critical are found, and followed. Usually,
        not always, all are found.
    Example
        needsPackage "MonodromySolver";
        S = CC[p_0..p_3];
        family = criticalIdeal(N, promote(T, S), transpose vars S);
        (V, paths) = monodromySolve(polySystem family_*, NumberOfEdges => 8, TargetSolutionCount => euclideanDistanceDegree N);
        #points V.PartialSols
    Text
        The program lcngen finds the same points (@TO criticalPoints@). This output is stored, as it needs @TO nativeProgram@:
    CannedExample
        i10 : found = criticalPoints(N, T, b);

        i11 : areEqual(sortSolutions P, sortSolutions found, Tolerance => 1e-6)

        o11 = true
    Text
        Over QQ the package Msolve, which needs the program of that name, has intervals for the real ones:
    CannedExample
        i12 : needsPackage "Msolve";

        i13 : #msolveRealSolutions I

        o13 = 2

        i14 : #select(found, p -> all(coordinates p, c -> imaginaryPart c == 0))

        o14 = 2
Caveat
    Over a generic loss this is all. Points with a filter that begins with 0 are outside this chart. A special T, such as the identity,
    may have solutions with $y=0$, which are no critical points: {\tt saturate(I, last gens ring I)} is without them.
    With fewer samples than dimensions T is singular, and there may be infinitely many points.

    The ring of coefficients is that of T and b. It is that of N where they are random.
SeeAlso
    quadraticLoss
    criticalPoints
    countCriticalPoints
///

doc ///
Key
    criticalPoints
    (criticalPoints, ConvolutionalNetwork)
    (criticalPoints, ConvolutionalNetwork, Matrix, Matrix)
    (criticalPoints, ConvolutionalNetwork, Sequence)
Headline
    all complex critical points of training, by the program lcngen
Usage
    criticalPoints(N, T, b)
    criticalPoints(N, quadraticLoss(N, X, Y))
    criticalPoints N
Inputs
    N:ConvolutionalNetwork
        which is reduced first
    T:Matrix
        symmetric, positive definite, of rational or real numbers
    b:Matrix
        a column
Outputs
    :List
        of points, with coordinates in the ring of @TO criticalIdeal@
Description
    Text
        It needs @TO nativeProgram@. The program computes in double precision. It certifies points, and that there are no others, for T and
        b as rounded to double precision; where it cannot, a message says so. Without T and b they are random, over the field of
        coefficients, which is then QQ or RR.

        This output is stored, as the program need not be there where this page is made:
    CannedExample
        i1 : N = convolutionalNetwork({2,2}, 2);

        i2 : T = matrix {{3,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}};

        i3 : b = matrix {{1},{2},{3},{-1}};

        i4 : P = criticalPoints(N, T, b);

        i5 : (#P, euclideanDistanceDegree N)

        o5 = (6, 6)

        i6 : first P

        o6 = {-.552489, 5.95281, 4.55439}

        i7 : criticalLayers(N, first P)

        o7 = {{1, -.552489}, {.219569, 1.30705}}

        i8 : #criticalPoints convolutionalNetwork({3,2}, 2)

        o8 = 10
Caveat
    A point with a filter that begins with 0, up to rounding, has no coordinates in this ring: it ends the call by an error. Generic
    losses have none.
SeeAlso
    criticalIdeal
    criticalLayers
///

doc ///
Key
    criticalLayers
    (criticalLayers, ConvolutionalNetwork, Point)
    (criticalLayers, ConvolutionalNetwork, List)
Headline
    the layers of a critical point
Usage
    criticalLayers(N, p)
Inputs
    N:ConvolutionalNetwork
    p:Point
        or a list, a zero of @TO criticalIdeal@
Outputs
    :List
        the layers of the reduced network
Description
    Example
        N = convolutionalNetwork({2,2}, 2);
        criticalLayers(N, {3, -2, 1/2})
SeeAlso
    criticalIdeal
    criticalPoints
///
