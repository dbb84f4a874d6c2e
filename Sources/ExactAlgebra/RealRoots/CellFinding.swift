/// What Taylor's formula at the center of a cell tells about f in the closed cell.
///
/// With h half of the width and `C ≥ |f''|/2` in the cell, f is not 0 in it if `|f(c)| > h·|f'(c)| + h²·C`,
/// and monotone if `|f'(c)| > 2h·C`.
enum CellFinding: Hashable, Sendable {
    case rootFree
    /// The derivative has no zero.
    case monotone
    /// Neither is shown, and it is the width of the cell that stands in the way more than the precision: the
    /// errors in the first condition are at most a quarter of `h²·C`.
    ///
    /// - Parameter centerSign: of f at the center; nil if it is not known. Never 0.
    case wide(centerSign: Int?)
    /// More precision is needed.
    case unresolved
}
