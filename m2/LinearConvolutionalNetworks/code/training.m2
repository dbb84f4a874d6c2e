-- training: critical points

-- (4.9) with n_j = k_j - 1 in place of k_j inside the sum (Holme's formula)
euclideanDistanceDegree = method(TypicalValue => ZZ)
euclideanDistanceDegree ConvolutionalNetwork := N ->
    euclideanDistanceDegree filterSizes reducedNetwork N
euclideanDistanceDegree List := k -> (
    if not arePositive k then error "expected filter sizes that are positive integers";
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
    kk := fieldOf(o.CoefficientRing, "countCriticalPoints");
    requireExact(kk, "countCriticalPoints");
    -- over a quotient of a polynomial ring degrees would be those over the field below
    if not isField kk then kk = toField kk;
    if char kk == 2 then error "countCriticalPoints: in characteristic 2 the quadratic losses are not generic; take ZZ/32003";
    k := filterSizes N;
    K := endToEndFilterSize N;
    -- In a chart where every filter begins with 1 and w is scaled by 1/y, the equations
    -- Jacobian * (T w - y b) = 0 leave out w = 0.
    c := local c;
    y := local y;
    S := kk(monoid [flatten apply(#k, l -> apply(k#l - 1, i -> c_(l, i))) | {y}]);
    a := local a;
    A := kk(monoid [a_0 .. a_(sum k - 1)]);
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
