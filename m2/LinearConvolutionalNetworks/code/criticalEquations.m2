-- critical points of training, as equations

-- The loss of data X, Y (a sample a row) is w^T T w - 2 w^T b + constant.
quadraticLoss = method(TypicalValue => Sequence)
quadraticLoss(ConvolutionalNetwork, Matrix, Matrix) := (N, X, Y) -> (
    K := endToEndFilterSize N;
    (rows, inputs, outputs) := (numRows X, numColumns X, numColumns Y);
    if numRows Y != rows or rows == 0 or outputs == 0 then error "expected as many rows of inputs as of outputs, one a sample";
    S := product strides N;
    shift := if outputs == 1 then S else (inputs - K) // (outputs - 1);
    if inputs != K + (outputs - 1) * shift or shift < 1 or shift % S != 0 then
        error("expected rows of inputs of the length " | toString K | " + (d - 1) s for outputs of the length d = "
            | toString outputs | ", s a multiple of the product of strides " | toString S);
    kk := if ring X === ZZ and ring Y === ZZ then QQ else ring(X_(0,0) + Y_(0,0));
    X = promote(X, kk);
    Y = promote(Y, kk);
    windows := apply(outputs, i -> submatrix(X, toList(i * shift .. i * shift + K - 1)));
    (sum(windows, W -> transpose W * W), sum(outputs, i -> transpose windows#i * submatrix(Y, {i})))
    )

largestCoefficient = M -> max prepend(0, apply(flatten entries M, f ->
    if instance(f, InexactNumber) then abs f else max prepend(0, apply(listForm f, t -> abs t#1))))
isFieldOfParameters = K -> isInexact K or isFieldAsItStands K
-- T and b as matrices over one field, or over polynomials in parameters
requireLoss = (N, T, b) -> (
    K := endToEndFilterSize N;
    if numRows T != K or numColumns T != K or numRows b != K or numColumns b != 1 then
        error("expected a square matrix and a column of the size " | toString K);
    kk := if ring T === ZZ and ring b === ZZ then QQ else ring(T_(0,0) + b_(0,0));
    if not (instance(kk, PolynomialRing) and isFieldOfParameters coefficientRing kk) then kk = fieldOf(kk, "a quadratic loss");
    -- degrees of rows and columns have no meaning here
    T = map(kk^K, kk^K, entries promote(T, kk));
    -- products of rounded numbers are symmetric up to rounding
    if isInexact kk then (
        if largestCoefficient(T - transpose T) > 1e-10 * largestCoefficient T then error "expected a symmetric matrix";
        T = (1/2) * (T + transpose T);
        )
    else if T != transpose T then error "expected a symmetric matrix";
    (T, map(kk^K, kk^1, entries promote(b, kk)))
    )
-- a pair (T, b), as quadraticLoss gives it
requirePair = loss -> if #loss != 2 or not all(loss, M -> instance(M, Matrix)) then
    error "expected a loss as a sequence of two matrices, (T, b)"
-- numbers are large, as small ones are special too often
randomLoss = N -> (
    K := endToEndFilterSize N;
    kk := coefficientRing N;
    -- where determinants are fast
    F := fieldOfRandomNumbers kk;
    number' := () -> if F === QQ then promote(random(-9999, 9999), QQ) else random F;
    (T, b) := (map(F^K, F^K, 0), map(F^K, F^1, 0));
    while det T == 0 or b == 0 do (
        X := matrix apply(K, i -> apply(K, j -> number'()));
        T = transpose X * X;
        b = matrix apply(K, i -> {number'()}));
    (promote(T, kk), promote(b, kk))
    )

-- As many equations as unknowns: c_(l,i) for a filter l that begins with 1, and y for w / y in place of w, so that
-- w = 0 is left out.
criticalIdeal = method(TypicalValue => Ideal)
criticalIdeal ConvolutionalNetwork := N -> criticalIdeal(N, randomLoss N)
criticalIdeal(ConvolutionalNetwork, Sequence) := (N, loss) -> (
    requirePair loss;
    criticalIdeal(N, loss#0, loss#1)
    )
criticalIdeal(ConvolutionalNetwork, Matrix, Matrix) := (N, T, b) -> (
    (T, b) = requireLoss(N, T, b);
    N = reducedNetwork N;
    k := filterSizes N;
    kk := ring T;
    c := getSymbol "c";
    S := kk(monoid [flatten apply(#k, l -> apply(k#l - 1, i -> c_(l + 1, i + 1))) | {getSymbol "y"}]);
    a := local a;
    A := kk(monoid [a_0 .. a_(sum k - 1)]);
    offset := -1;
    inChart := map(S, A, flatten apply(k, n -> prepend(1_S, apply(n - 1, i -> (
        offset = offset + 1;
        S_offset)))));
    w := matrix {endToEndFilter(A, k, strides N)};
    gradient := (inChart jacobian w) * (promote(T, S) * transpose inChart w - last gens S * promote(b, S));
    -- Euler's relations give the derivatives by the leading coefficients from one of them
    leading := apply(#k, l -> sum take(k, l));
    rows := select(sum k, i -> i == 0 or not member(i, leading));
    ideal flatten entries gradient^rows
    )

-- from coordinates c, y to layers of the reduced network: the last takes 1/y
criticalLayers = method(TypicalValue => List)
criticalLayers(ConvolutionalNetwork, Point) := (N, p) -> criticalLayers(N, coordinates p)
criticalLayers(ConvolutionalNetwork, List) := (N, p) -> (
    k := filterSizes reducedNetwork N;
    if #p != 1 + sum(k, n -> n - 1) then error("expected " | toString(1 + sum(k, n -> n - 1)) | " coordinates");
    if last p == 0 then error "expected a last coordinate y other than 0: the filter is divided by it";
    offset := -1;
    layers := apply(k, n -> prepend(1, apply(n - 1, i -> (
        offset = offset + 1;
        p#offset))));
    append(drop(layers, -1), apply(last layers, a -> a / last p))
    )
