import Neurovariety

extension IdealPart {
    /// `J1: the 14112 minors of size 5 of R_9 (8 × 10) of (7,7;3)`.
    var heading: String {
        let piece = piece.map { " of \($0)" } ?? ""
        switch content {
        case .variables: return "\(name): \(generatorCount) variables\(piece)"
        case .chosen: return "\(name): \(generatorCount) generators of degree \(degree)"
        case .nonfaces:
            return "\(name): the minors of the \(generatorCount) minimal nonfaces with \(degree) vertices"
        case .minors(let level, let forms, let size):
            let shape = matrixSize.map { " (\($0.rows) × \($0.columns))" } ?? ""
            let restriction = forms == self.piece?.formCount ? "" : " of the first \(forms) forms"
            return "\(name): the \(generatorCount) minors of size \(size) of R_\(level)\(shape)"
                + "\(restriction)\(piece); nonzero ones"
        }
    }
}
