import ExactAlgebra

/// The Betti table of the homogeneous coordinate ring `A = ℚ[w]/I` of a neurovariety.
///
/// Computed as the homology of the Koszul complex, in each degree of a multigrading for itself (``KoszulReduction``), exactly.
public struct BettiTable: Sendable, Hashable {
    /// As given.
    public let architecture: Architecture
    /// Those that are not zero, by homological degree, then by degree.
    public let numbers: [BettiNumber]

    /// Nil if the computation was stopped.
    ///
    /// - Throws: ``BettiError``, ``IdealError``, ``MinorsError``, ``PolynomialError``.
    public static func run(
        _ architecture: Architecture, control: WorkControl = .none
    ) throws -> BettiTable? {
        _ = try BettiCost(architecture)
        let vertices = InnerVertices(architecture)
        var strands = Strands()
        guard strands.collect(vertices, Multigrading(architecture), control) else { return nil }
        let last = architecture.endToEndFilterSize - 1
        let basis = try GroebnerBasis(PrimeIdeal(architecture).expanded()).settingToZero([0, last])
        var reduction = KoszulReduction(basis, faces: vertices.faces)
        var numbers: [Place: Int] = [:]
        for (done, strand) in strands.all.enumerated() {
            control.progress(0.5 + 0.5 * Double(done) / Double(strands.all.count))
            guard let found = try strand.bettiNumbers(&reduction, control) else { return nil }
            for (i, number) in found { numbers[Place(i: i, degree: strand.degree), default: 0] += number }
        }
        // Variables that lie in I: each doubles the resolution.
        for _ in 0..<vertices.missingCount {
            for (place, number) in numbers {
                numbers[Place(i: place.i + 1, degree: place.degree + 1), default: 0] += number
            }
        }
        return BettiTable(
            architecture: architecture,
            numbers: numbers.sorted { ($0.key.i, $0.key.degree) < ($1.key.i, $1.key.degree) }.map {
                BettiNumber(
                    homologicalDegree: $0.key.i, regularity: $0.key.degree - $0.key.i,
                    value: Integer($0.value))
            })
    }

    private struct Place: Hashable {
        let i: Int
        let degree: Int
    }
}

/// The vertices of Δ without 0 and K − 1, over which it is a cone, and the faces among them.
struct InnerVertices {
    /// Increasing.
    let vertices: [Int]
    /// Of those strictly between 0 and K − 1, how many are no vertices: their variables lie in I.
    let missingCount: Int
    let faces: [VertexSet]

    init(_ architecture: Architecture) {
        let complex = InitialComplex(architecture)
        let inner = stride(from: 1, to: architecture.endToEndFilterSize - 1, by: 1)
        let vertices = inner.filter { !complex.isNonface([$0]) }
        var faces: [VertexSet] = []
        func extend(_ face: [Int], _ set: VertexSet, from place: Int) {
            faces.append(set)
            for next in place..<max(place, vertices.count) {
                let larger = face + [vertices[next]]
                guard !complex.isNonface(larger) else { continue }
                extend(larger, set | VertexSet(vertex: vertices[next]), from: next + 1)
            }
        }
        extend([], 0, from: 0)
        self.vertices = vertices
        missingCount = Array(inner).count - vertices.count
        self.faces = faces
    }

    /// Calls `body` with each set of vertices and the faces inside it until it returns false. Returns whether it never did.
    func visitSets(_ body: (VertexSet, [VertexSet]) -> Bool) -> Bool {
        func visit(_ set: VertexSet, _ faces: [VertexSet], _ place: Int) -> Bool {
            guard place < vertices.count else { return body(set, faces) }
            let bit = VertexSet(vertex: vertices[place])
            return visit(set, faces.filter { $0 & bit == 0 }, place + 1)
                && visit(set | bit, faces, place + 1)
        }
        return visit(0, faces, 0)
    }
}

/// The elements of a ``KoszulReduction`` by multidegree.
private struct Strands {
    private(set) var all: [Strand] = []

    /// Returns whether it was not stopped.
    mutating func collect(
        _ vertices: InnerVertices, _ grading: Multigrading, _ control: WorkControl
    ) -> Bool {
        var places: [Multigrading.Degree: Int] = [:]
        var done = 0
        let count = Double(1 << vertices.vertices.count)
        return vertices.visitSets { set, faces in
            done += 1
            if done % 256 == 0 {
                guard !control.shouldStop() else { return false }
                control.progress(0.5 * Double(done) / count)
            }
            let critical = FaceMatching(set, faces: faces).critical
            guard !critical.isEmpty else { return true }
            let degree = grading.degree(of: set.monomial)
            let place = places[degree] ?? all.count
            if place == all.count {
                places[degree] = place
                all.append(Strand(degree: set.nonzeroBitCount))
            }
            for face in critical { all[place].append(set: set ^ face, face: face) }
            return true
        }
    }
}

/// Those of one multidegree.
private struct Strand {
    /// The total degree.
    let degree: Int
    /// By homological degree.
    private var pairs: [Int: [KoszulReduction.Pair]] = [:]

    init(degree: Int) { self.degree = degree }

    mutating func append(set: VertexSet, face: VertexSet) {
        pairs[set.nonzeroBitCount, default: []].append(.init(set: set, monomial: face.monomial))
    }

    /// By homological degree, without zeros; nil if it was stopped.
    ///
    /// Ranks modulo a prime can only be too small, by at most the Betti numbers on both sides, so that they are right where one of
    /// these is zero then. The others are found over ℚ.
    func bettiNumbers(
        _ reduction: inout KoszulReduction, _ control: WorkControl
    ) throws(PolynomialError) -> [Int: Int]? {
        var result = pairs.mapValues(\.count)
        var matrices: [Int: (rows: [[(column: Int, value: Int)]], rank: Int)] = [:]
        for (i, sources) in pairs {
            guard let targets = pairs[i - 1] else { continue }
            let columns = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
            var rows: [[(column: Int, value: Int)]] = []
            for pair in sources {
                guard !control.shouldStop() else { return nil }
                rows.append(
                    try reduction.boundary(of: pair).compactMap { target, value in
                        columns[target].map { (column: $0, value: value) }
                    })
            }
            var form = EchelonForm(columnCount: targets.count)
            for row in rows where form.rank < targets.count { _ = form.insert(row) }
            result[i, default: 0] -= form.rank
            result[i - 1, default: 0] -= form.rank
            matrices[i] = (rows, form.rank)
        }
        for (i, matrix) in matrices.sorted(by: { $0.key < $1.key }) {
            guard let here = result[i], let below = result[i - 1], here > 0, below > 0 else { continue }
            var space = RationalRowSpace()
            for row in matrix.rows {
                guard !control.shouldStop() else { return nil }
                _ = space.insert(row)
            }
            result[i] = here - (space.rank - matrix.rank)
            result[i - 1] = below - (space.rank - matrix.rank)
        }
        reduction.forget()
        return result.filter { $0.value != 0 }
    }
}
