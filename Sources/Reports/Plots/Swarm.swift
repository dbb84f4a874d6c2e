/// Places for marks that stand in one column, side by side where they would cover each other.
enum Swarm {
    /// How far each mark stands from the middle of the column, at most `room`, and whether all keep a distance of `spacing`.
    ///
    /// Where there is no room left for that they are as far apart as they can be.
    ///
    /// - Complexity: linear in the marks, times those that share a height.
    static func offsets(heights: [Double], spacing: Double, room: Double) -> (
        offsets: [Double], areApart: Bool
    ) {
        let steps = max(0, Int((2 * room / spacing).rounded(.down)))
        // From the middle outwards: 0, 1, −1, 2, −2, …
        let candidates = (0...(2 * steps)).map { place in
            Double((place + 1) / 2) * (place.isMultiple(of: 2) ? -0.5 : 0.5) * spacing
        }.filter { abs($0) <= room + 1e-9 }
        var offsets = [Double](repeating: 0, count: heights.count)
        var near: [Int] = []
        var areApart = true
        // The lowest on the page come first: the least loss stands in the middle.
        for mark in heights.indices.sorted(by: { heights[$0] > heights[$1] }) {
            near.removeAll { heights[$0] - heights[mark] >= spacing }
            func squaredDistance(_ candidate: Double) -> Double {
                near.map { other in
                    let (across, along) = (candidate - offsets[other], heights[mark] - heights[other])
                    return across * across + along * along
                }.min() ?? .infinity
            }
            let free = candidates.first { squaredDistance($0) >= spacing * spacing - 1e-9 }
            areApart = areApart && free != nil
            offsets[mark] =
                free ?? candidates.max { squaredDistance($0) < squaredDistance($1) } ?? 0
            near.append(mark)
        }
        return (offsets, areApart)
    }
}
