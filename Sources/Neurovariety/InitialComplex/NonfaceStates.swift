/// The states of ``NonfaceCounts``, numbered, and which follows which.
///
/// They are found by going through all vertices once without any numbers, which also tells how much there is to add: what is
/// too much is refused before it begins.
struct NonfaceStates {
    /// More are not kept; their places fit in 16 bits.
    static let largestCount = 50_000

    private let pieces: [TwoLayerPiece]
    private let modulus: Int
    private var states: [State] = []
    private var places: [State: Int] = [:]
    /// For each state and each residue of the next vertex, the place of the next state.
    private var following: [UInt16] = []
    /// By residue of the last vertex.
    private var ending: [[Int]]

    /// In ``following``: not known yet; no minimal nonface begins so.
    private static let (unknown, dead): (UInt16, UInt16) = (.max, .max - 1)
    /// The most entries of ``following``, which takes 256 MB then.
    private static let largestTable = 1 << 27

    /// Nil if there are too many states, or too much to add.
    init?(_ pieces: [TwoLayerPiece], modulus: Int, vertices: Range<Int>) {
        self.pieces = pieces
        self.modulus = modulus
        ending = [[Int]](repeating: [], count: modulus)
        var work = 0
        // For each state, one more than the largest size of a set.
        var lengths: [Int] = []
        for vertex in vertices {
            let residue = vertex % modulus
            var reached: [(state: Int, length: Int)] = []
            for state in lengths.indices {
                // Finding a state costs as much as some additions.
                work += lengths[state] + 20
                if let next = find(state, by: residue) { reached.append((next, lengths[state] + 1)) }
                guard states.count <= Self.largestCount, following.count <= Self.largestTable else {
                    return nil
                }
            }
            reached.append((place(of: beginningState(residue)), 2))
            lengths.append(contentsOf: repeatElement(0, count: states.count - lengths.count))
            for (state, length) in reached { lengths[state] = max(lengths[state], length) }
            guard work <= NonfaceCounts.largestWork else { return nil }
        }
    }

    var count: Int { states.count }

    /// The states whose last vertex has that residue.
    func ending(in residue: Int) -> [Int] { ending[residue] }

    /// The state of a set of one vertex.
    func beginning(_ residue: Int) -> Int { places[beginningState(residue)] ?? 0 }

    /// The state after one more vertex; nil if no set that begins so is a minimal nonface.
    func following(_ state: Int, by residue: Int) -> Int? {
        let next = following[state * modulus + residue]
        return next >= Self.dead ? nil : Int(next)
    }

    /// Whether sets in that state are minimal nonfaces, if a vertex with that residue, which is in every facet, comes next.
    func completesNonface(_ state: Int, by residue: Int) -> Bool {
        guard let end = states[state].followed(by: residue, pieces) else { return false }
        return zip(end.pieces, pieces).contains { $0.descents == $1.mostDescents + 1 }
    }

    private func beginningState(_ residue: Int) -> State {
        State(before: 0, current: residue, pieces: pieces.map { _ in Progress() })
    }

    private mutating func find(_ state: Int, by residue: Int) -> Int? {
        let entry = state * modulus + residue
        if following[entry] == Self.unknown {
            following[entry] =
                states[state].followed(by: residue, pieces).map { UInt16(place(of: $0)) } ?? Self.dead
        }
        return following(state, by: residue)
    }

    private mutating func place(of state: State) -> Int {
        if let place = places[state] { return place }
        let place = states.count
        states.append(state)
        places[state] = place
        ending[state.current].append(place)
        following.append(contentsOf: repeatElement(Self.unknown, count: modulus))
        return place
    }

    private struct Progress: Hashable {
        var descents = 0
        var allWereNeeded = true
    }

    private struct State: Hashable {
        let before: Int
        let current: Int
        let pieces: [Progress]

        /// The state after one more vertex, or nil if no set that begins so is a minimal nonface.
        func followed(by next: Int, _ all: [TwoLayerPiece]) -> State? {
            var result: [Progress] = []
            result.reserveCapacity(all.count)
            for (progress, piece) in zip(pieces, all) {
                let s = piece.stride
                let (a, x, b) = (before % s, current % s, next % s)
                let loss = (a > x ? 1 : 0) + (x > b ? 1 : 0) - (a > b ? 1 : 0)
                let descents = progress.descents + (x > b ? 1 : 0)
                let allWereNeeded = progress.allWereNeeded && loss == 1
                guard descents <= piece.mostDescents + (allWereNeeded ? 1 : 0) else { return nil }
                result.append(Progress(descents: descents, allWereNeeded: allWereNeeded))
            }
            // A nonface needs one piece for which every vertex is needed.
            guard result.contains(where: \.allWereNeeded) else { return nil }
            return State(before: current, current: next, pieces: result)
        }
    }
}
