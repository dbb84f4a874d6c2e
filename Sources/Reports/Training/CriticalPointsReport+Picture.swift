import Training

extension CriticalPointsReport {
    package var svg: String { picture.svg }

    /// Where the certified real points lie, by Morse index and loss.
    var picture: LossPicture {
        let real = points.real
        let lowestAttained = real.indices.first { points.realLayers[$0] != nil }
        return LossPicture(
            title:
                "\(real.count) real of \(points.certifiedCount)\(points.isComplete ? "" : " certified") critical points, \(points.problem.architecture)",
            showsStanding: points.mayBeUnattained,
            marks: real.indices.map { index in
                let point = real[index]
                let loss = point.lossInterval.certainText(digits: 6)
                var label: String?
                if index == 0, point.isMinimum {
                    label = "\(kind(index)): \(loss)"
                } else if points.mayBeUnattained, index == lowestAttained {
                    label = "lowest attained: \(loss)"
                }
                return LossPicture.Mark(
                    index: point.morseIndex, loss: point.lossInterval.lower <= 0 ? 0 : point.loss,
                    kind: point.isIndexProved ? (point.morseIndex == 0 ? .minimum : .saddle) : .unproved,
                    standing: points.realLayers[index] == nil ? .notAttained : .attained,
                    note: "\(index + 1): loss \(loss), Morse index \(point.morseIndex), \(kind(index))",
                    label: label)
            })
    }
}
