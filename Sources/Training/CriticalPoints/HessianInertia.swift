/// The signs of the eigenvalues of a real symmetric matrix that is known within radii, proved.
///
/// For any real W and all matrices H within the radii, `B = WᵀHW` is enclosed in disc arithmetic. If every such B is
/// strictly diagonally dominant it is regular, so W and H are too; H has as many negative eigenvalues as B
/// (Sylvester), and these are the negative entries of its diagonal: no eigenvalue passes through 0 while the other
/// entries are multiplied by a number that falls from 1 to 0. With approximate eigenvectors for W, divided by the roots of
/// the eigenvalues, B is nearly a diagonal of ±1.
enum HessianInertia {
    /// How many eigenvalues are negative; nil where the signs are not proved.
    ///
    /// - Parameter hessian: discs with real centers, row after row; the real matrices among them that are symmetric.
    static func negativeCount(_ hessian: [Disc], size: Int) -> Int? {
        let basis = basis(hessian.map(\.center.real), size: size)
        guard basis.allSatisfy(\.isFinite) else { return nil }
        let discs = basis.map { Disc(Complex($0)) }
        let product = multiply(hessian, discs, size: size)
        let transpose = (0..<(size * size)).map { discs[($0 % size) * size + $0 / size] }
        let form = multiply(transpose, product, size: size)
        var count = 0
        for i in 0..<size {
            var others = 0.0
            for j in 0..<size where j != i {
                others = (others + form[i * size + j].largestMagnitude) * (1 + 0x1p-50)
            }
            let diagonal = form[i * size + i]
            let value = diagonal.center.real
            guard abs(value) * (1 - 0x1p-50) > (diagonal.radius + others) * (1 + 0x1p-50) else { return nil }
            if value < 0 { count += 1 }
        }
        return count
    }

    /// Approximate eigenvectors of the matrix with rows and columns brought to size one, as columns, divided by the
    /// roots of the absolute eigenvalues.
    private static func basis(_ matrix: [Double], size: Int) -> [Double] {
        let scales = (0..<size).map { i in
            let largest = (0..<size).reduce(0) { max($0, abs(matrix[i * size + $1])) }
            return largest > 0 ? 1.0.scaled(byPowerOfTwo: -Int(largest.exponent) / 2) : 1
        }
        let balanced = (0..<(size * size)).map { matrix[$0] * scales[$0 / size] * scales[$0 % size] }
        let (values, vectors) = SymmetricEigenvalues.decomposition(of: balanced, size: size)
        return (0..<(size * size)).map {
            vectors[$0] * scales[$0 / size] / abs(values[$0 % size]).squareRoot()
        }
    }

    private static func multiply(_ left: [Disc], _ right: [Disc], size: Int) -> [Disc] {
        (0..<(size * size)).map { index in
            let (i, j) = (index / size, index % size)
            return (0..<size).reduce(Disc.zero) { $0 + left[i * size + $1] * right[$1 * size + j] }
        }
    }
}
