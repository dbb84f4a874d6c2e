import Training

extension CriticalPointsReport {
    package var svg: String { picture.svg }

    /// Where the certified real points lie, by Morse index and loss: those of the neurovariety, and those of the boundary that the
    /// layers make.
    var picture: LossPicture {
        let onBoundary = boundaryMarks
        return LossPicture(
            title:
                "\(points.real.count) real of \(points.certifiedCount)\(points.isComplete ? "" : " certified") critical points"
                + (onBoundary.isEmpty ? "" : ", \(onBoundary.count) on the boundary")
                + ", \(points.problem.architecture)",
            showsStanding: points.mayBeUnattained,
            marks: points.real.indices.map(mark) + onBoundary)
    }

    private func mark(_ index: Int) -> LossPicture.Mark {
        let point = points.real[index]
        let isNamed = index == 0 && point.isMinimum || points.networkMinimum?.place == .neurovariety(index)
        return Self.mark(
            point, "\(index + 1)", kind(index), isNamed: isNamed,
            point.isIndexProved ? (point.morseIndex == 0 ? .minimum : .saddle) : .unproved,
            points.attainments[index].isAttained ? .attained : .notAttained)
    }

    private var boundaryMarks: [LossPicture.Mark] {
        points.boundary.enumerated().flatMap { stratum, part in
            part.real.indices.filter { part.real[$0].attainment.isAttained }.map { index in
                Self.mark(
                    part.real[index].point, Self.boundaryLabel(stratum, index, points),
                    boundaryKind(stratum, index),
                    isNamed: points.networkMinimum?.place == .boundary(stratum: stratum, point: index),
                    part.real[index].isMinimum ? .minimum : .saddle, .boundary)
            }
        }
    }

    /// - Parameter isNamed: whether what it is stands beside it.
    private static func mark(
        _ point: RealCriticalPoint, _ number: String, _ words: String, isNamed: Bool,
        _ kind: LossPicture.Kind,
        _ standing: LossPicture.Standing
    ) -> LossPicture.Mark {
        let loss = point.lossInterval.certainText(digits: 6)
        return LossPicture.Mark(
            index: point.morseIndex, loss: point.lossInterval.lower <= 0 ? 0 : point.loss, kind: kind,
            standing: standing, note: "\(number): loss \(loss), Morse index \(point.morseIndex), \(words)",
            label: isNamed ? "\(words): \(loss)" : nil)
    }
}
