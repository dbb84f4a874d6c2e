-- all critical points, by the program lcngen

-- L with L * transpose L == T, of real numbers
choleskyFactor = T -> (
    n := numRows T;
    L := mutableMatrix(RR_53, n, n);
    scan(n, j -> (
        d := T_(j,j) - sum(j, p -> L_(j,p)^2);
        if d <= 0 then error "expected a positive definite matrix";
        L_(j,j) = sqrt d;
        scan(j + 1 .. n - 1, i -> L_(i,j) = (T_(i,j) - sum(j, p -> L_(i,p) * L_(j,p))) / L_(j,j));
        ));
    matrix L
    )

numberPattern = "[-+]?[0-9]*\\.?[0-9]+(e[-+]?[0-9]+)?"
complexNumber = t -> (
    if match("^" | numberPattern | "$", t) then toCC(53, value replace("^\\+", "", t))
    else (
        m := regex("^(" | numberPattern | ")(" | numberPattern | ")i$", t);
        if m === null then error("lcngen critical-points: not a number: " | t);
        part' := i -> value replace("^\\+", "", substring(m#i, t));
        toCC(53, toRR(53, part' 1), toRR(53, part' 3))
        )
    )

criticalPoints = method(TypicalValue => List)
criticalPoints ConvolutionalNetwork := N -> (
    kk := coefficientRing N;
    if not (kk === QQ or instance(kk, RealField)) then
        error("criticalPoints: a random loss is over the field of coefficients; take QQ or RR instead of " | toString kk);
    loss := randomLoss N;
    criticalPoints(N, loss)
    )
criticalPoints(ConvolutionalNetwork, Sequence) := (N, loss) -> (
    requirePair loss;
    criticalPoints(N, loss#0, loss#1)
    )
criticalPoints(ConvolutionalNetwork, Matrix, Matrix) := (N, T, b) -> (
    (T, b) = requireLoss(N, T, b);
    if not (ring T === QQ or instance(ring T, RealField)) then error "expected matrices of rational or real numbers";
    N = reducedNetwork N;
    -- one sample for each row of a factor gives this T, and outputs this b
    inReals := M -> matrix apply(entries M, row -> apply(row, a -> numeric(53, a)));
    (T, b) = (inReals T, inReals b);
    L := choleskyFactor T;
    Y := solve(L, b);
    files := apply({transpose L, Y}, M -> (
        file := temporaryFileName() | ".csv";
        file << demark("\n", apply(entries M, row -> demark(",", decimal \ row))) << endl << close;
        file));
    (status', output) := runNativeWithStatus("critical-points" | architectureArguments N | " --x " | quoted files#0
        | " --y " | quoted files#1 | " --no-boundary --format csv", {0, 2});
    if status' == 2 then printerr "criticalPoints: it is not proved that these are all";
    scan(files, removeFile);
    rows := apply(select(lines output, t -> t != ""), t -> separate(",", t));
    place := if #rows > 0 then position(first rows, name -> name == "layers");
    if place === null then error "lcngen critical-points has answered in a way that is not known here";
    apply(drop(rows, 1), row -> (
        layers := apply(separate(" *\\| *", row#place), a -> complexNumber \ separate(" +", a));
        if apply(layers, a -> #a) =!= filterSizes N then error "lcngen critical-points has answered with layers of other sizes";
        -- in the chart of criticalIdeal
        -- up to rounding
        if any(layers, a -> abs(a#0) <= 1e-12 * max apply(a, abs)) then
            error "a critical point has a filter that begins with 0: it is outside the chart of criticalIdeal";
        point {append(flatten apply(layers, a -> apply(drop(a, 1), x -> x / a#0)), 1 / product(layers, first))}
        ))
    )
