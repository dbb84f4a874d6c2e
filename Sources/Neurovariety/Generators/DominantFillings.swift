import ExactAlgebra

/// The semistandard fillings of thick ribbons that are counted for irreducible representations: when the columns are added from
/// the last to the first, the numbers of times that each form has occurred so far are partitions, one for the forms of the
/// higher degree, the tops, and one for the others, the lows (Littlewood and Richardson's rule).
struct DominantFillings {
    let ribbons: ThickRibbons

    /// What some last columns of a filling have in common.
    struct State: Hashable {
        /// How often each form occurs.
        var top, low: Partition
        /// The two largest letters of the first of these columns.
        var ends: (Int, Int)
        /// The sum of the forms' boxes, each counted so often as there are columns after it.
        var moment: Int

        static func == (a: State, b: State) -> Bool {
            a.ends == b.ends && a.moment == b.moment && a.top == b.top && a.low == b.low
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(top)
            hasher.combine(low)
            hasher.combine(ends.0)
            hasher.combine(ends.1)
            hasher.combine(moment)
        }
    }

    // Letters are the tops, from 0, two separators, and the lows; or the tops alone.
    private var firstSeparator: Int { ribbons.topFormCount }
    private func letter(ofLow form: Int) -> Int { ribbons.topFormCount + 2 + form }

    /// The last columns, of one of these lengths, separators counted.
    func lastColumns(_ lengths: ClosedRange<Int>) -> [State] {
        let hasSeparators = ribbons.separatorCount > 0
        let forms = hasSeparators ? ribbons.lowFormCount : ribbons.topFormCount
        let most = lengths.upperBound - ribbons.separatorCount
        return Partition.empty.verticalStrips(atMost: most, rows: forms).compactMap { rows, sum in
            guard lengths.contains(rows.count + ribbons.separatorCount) else { return nil }
            let letters =
                hasSeparators ? [firstSeparator, firstSeparator + 1] + rows.map(letter(ofLow:)) : rows
            return State(
                top: hasSeparators ? .empty : sum, low: hasSeparators ? sum : .empty,
                ends: (letters[letters.count - 2], letters[letters.count - 1]), moment: 0)
        }
    }

    /// The states with one more column before, of one of these lengths.
    ///
    /// - Parameter place: how many columns there are so far.
    func columns(before state: State, place: Int, _ lengths: ClosedRange<Int>, _ body: (State) -> Void) {
        let tops = state.top.verticalStrips(atMost: lengths.upperBound, rows: ribbons.topFormCount)
        let lows = state.low.verticalStrips(atMost: lengths.upperBound, rows: ribbons.lowFormCount)
        for top in tops {
            for low in lows where lengths.contains(top.rows.count + low.rows.count) {
                func letter(_ place: Int) -> Int {
                    place < top.rows.count
                        ? top.rows[place] : self.letter(ofLow: low.rows[place - top.rows.count])
                }
                let length = top.rows.count + low.rows.count
                guard letter(0) <= state.ends.0, letter(1) <= state.ends.1 else { continue }
                body(
                    State(
                        top: top.sum, low: low.sum, ends: (letter(length - 2), letter(length - 1)),
                        moment: state.moment + place * length))
            }
        }
    }

    /// The weight of SL₂ of fillings with so many columns.
    ///
    /// It is `2Σ h·|Z_h|` for columns `Z_0, …, Z_t`, plus the number of tops if there are lows, less d·t.
    func weight(_ state: State, columnCount: Int) -> Int {
        ribbons.degree(columnCount: columnCount) * (columnCount - 1) - 2 * state.moment
            + (ribbons.separatorCount > 0 ? state.top.size : 0)
    }
}
