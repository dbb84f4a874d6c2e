
-- one minor for each minimal nonface --------------------------------------
-- The residues modulo s of 0, N, K - 1 have at most e = (k1 - 1) // s strict
-- descents iff N is a face of the complex whose ideal is the initial ideal.
descents = (piece, N) -> (
    residues := join({0}, apply(N, j -> j % piece#2), {(variableCount - 1) % piece#2});
    number(#residues - 1, p -> residues#p > residues#(p + 1))
    );
isMinimalNonface = (piece, N) -> (
    bound := (piece#0 - 1) // piece#2;
    descents(piece, N) > bound
    and all(#N, p -> descents(piece, drop(N, {p, p})) <= bound)
    );
nonfacesOf = piece -> flatten apply(
    toList(1 .. 2 * ((piece#0 - 1) // piece#2) + 2),
    t -> select(subsets(toList(1 .. variableCount - 2), t), N -> isMinimalNonface(piece, N)));
-- row p: the form of the residue of N#p, shifted; column p in the same place
nonfaceMinor = (piece, N) -> (
    residues := apply(N, j -> j % piece#2);
    shifts := apply(#N, p -> number(p, u -> residues#u <= residues#(u + 1)));
    columns := apply(#N, p -> N#p // piece#2 + shifts#p);
    det matrix apply(#N, p -> apply(columns, column -> (
        j := residues#p + piece#2 * (column - shifts#p);
        if column < shifts#p or j >= variableCount then 0_R else R_j
        )))
    );
idealNonfaces = () -> overPieces(piece ->
    if piece#1 == 1 then ideal(0_R)
    else sumOfIdeals apply(nonfacesOf piece, N -> ideal nonfaceMinor(piece, N)));
