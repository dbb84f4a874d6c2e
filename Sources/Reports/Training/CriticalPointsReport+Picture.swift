import Training

extension CriticalPointsReport {
    package var svg: String { picture.svg }

    /// Where the certified real points lie, by Morse index and loss: those of the neurovariety, and those of the boundary that the
    /// layers make.
    var picture: LossPicture {
        let (onBoundary, numerical) = (boundaryMarks, numericalMarks)
        return LossPicture(
            title:
                "\(points.real.count) real of \(points.certifiedCount)\(points.isComplete ? "" : " certified") critical points"
                + (onBoundary.isEmpty ? "" : ", \(onBoundary.count) on the boundary")
                + (numerical.isEmpty ? "" : ", \(numerical.count) not certified")
                + ", \(points.problem.architecture)",
            showsStanding: points.mayBeUnattained,
            marks: points.real.indices.map(mark) + onBoundary + numerical)
    }

    private func mark(_ index: Int) -> LossPicture.Mark {
        let point = points.real[index]
        let isNamed = point.isMinimum && isLowest(index) || isNetworkMinimum(point, .neurovariety(index))
        return Self.mark(
            point, "\(index + 1)", kind(index), isNamed: isNamed,
            point.isIndexProved ? (point.morseIndex == 0 ? .minimum : .saddle) : .unproved,
            points.attainments[index].isAttained ? .attained : .notAttained)
    }

    /// Whether it is what the minimum of the network is called; so may several be with the same loss.
    private func isNetworkMinimum(_ point: RealCriticalPoint, _ place: NetworkMinimum.Place) -> Bool {
        guard let minimum = points.networkMinimum else { return false }
        if minimum.place == place { return true }
        guard points.mayBeUnattained, Self.isTied(minimum, point) else { return false }
        guard case .neurovariety(let index) = place else { return true }
        return points.attainments[index].isAttained
    }

    private var boundaryMarks: [LossPicture.Mark] {
        points.boundary.enumerated().flatMap { stratum, part in
            part.real.indices.filter { part.real[$0].attainment.isAttained }.map { index in
                Self.mark(
                    part.real[index].point, Self.boundaryLabel(stratum, index, points),
                    boundaryKind(stratum, index),
                    isNamed: isNetworkMinimum(
                        part.real[index].point, .boundary(stratum: stratum, point: index)),
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
