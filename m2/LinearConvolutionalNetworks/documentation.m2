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
